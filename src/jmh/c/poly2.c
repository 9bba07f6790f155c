/* (x^2 y, x y^2). */
#include "derivative.h"

void derivative(const double *restrict x, const double *restrict p, double *restrict values,
                double *restrict partials) {
  (void)p;
  double xy = x[0] * x[1];
  values[0] = x[0] * xy;
  values[1] = xy * x[1];
  partials[0] = 2 * xy;
  partials[1] = x[0] * x[0];
  partials[2] = x[1] * x[1];
  partials[3] = 2 * xy;
}
