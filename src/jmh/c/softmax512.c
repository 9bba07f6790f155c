/* Softmax s of 512 elements, and its Jacobian diag(s) - s s'. */
#include "derivative.h"
#include <math.h>

enum { N = 512 };

void derivative(const double *restrict x, const double *restrict p, double *restrict s,
                double *restrict partials) {
  (void)p;
  double sum = 0;
  for (int i = 0; i < N; i++) {
    s[i] = exp(x[i]);
    sum += s[i];
  }
  double scale = 1 / sum;
  for (int i = 0; i < N; i++) s[i] *= scale;
  for (int i = 0; i < N; i++) {
    double negative = -s[i];
    double *restrict row = partials + i * N;
    for (int j = 0; j < N; j++) row[j] = negative * s[j];
    row[i] += s[i];
  }
}
