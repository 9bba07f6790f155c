/* The Brusselator with diffusion on 500 points: rates, and the nonzeros of five diagonals by rows. */
#include "derivative.h"

enum { N = 500 };
static const double SPREAD = (N + 1.0) * (N + 1.0) / 50;

static inline void rates(double u, double v, double u_around, double v_around,
                         double *restrict values) {
  double uuv = u * u * v;
  values[0] = 1 + uuv - 4 * u + SPREAD * (u_around - 2 * u);
  values[1] = 3 * u - uuv + SPREAD * (v_around - 2 * v);
}

void derivative(const double *restrict x, const double *restrict p, double *restrict values,
                double *restrict q) {
  (void)p;
  rates(x[0], x[1], 1 + x[2], 3 + x[3], values);
  double uv2 = 2 * x[0] * x[1], uu = x[0] * x[0];
  q[0] = uv2 - 4 - 2 * SPREAD;
  q[1] = uu;
  q[2] = SPREAD;
  q[3] = 3 - uv2;
  q[4] = -uu - 2 * SPREAD;
  q[5] = SPREAD;
  q += 6;
  for (int i = 1; i < N - 1; i++, q += 8) {
    const double *w = x + 2 * i;
    rates(w[0], w[1], w[-2] + w[2], w[-1] + w[3], values + 2 * i);
    uv2 = 2 * w[0] * w[1];
    uu = w[0] * w[0];
    q[0] = SPREAD;
    q[1] = uv2 - 4 - 2 * SPREAD;
    q[2] = uu;
    q[3] = SPREAD;
    q[4] = SPREAD;
    q[5] = 3 - uv2;
    q[6] = -uu - 2 * SPREAD;
    q[7] = SPREAD;
  }
  const double *w = x + 2 * (N - 1);
  rates(w[0], w[1], w[-2] + 1, w[-1] + 3, values + 2 * (N - 1));
  uv2 = 2 * w[0] * w[1];
  uu = w[0] * w[0];
  q[0] = SPREAD;
  q[1] = uv2 - 4 - 2 * SPREAD;
  q[2] = uu;
  q[3] = SPREAD;
  q[4] = 3 - uv2;
  q[5] = -uu - 2 * SPREAD;
}
