/*
 * y = W2 tanh(W1 x + b1) + b2 and dy/dx = W2 diag(1 - h^2) W1, for 16 inputs, 32 units and 8
 * outputs.
 */
#include "derivative.h"
#include <math.h>

enum { INPUTS = 16, HIDDEN = 32, OUTPUTS = 8 };

void derivative(const double *restrict x, const double *restrict p, double *restrict y,
                double *restrict partials) {
  const double *W1 = p, *b1 = W1 + HIDDEN * INPUTS, *W2 = b1 + HIDDEN, *b2 = W2 + OUTPUTS * HIDDEN;
  double h[HIDDEN], slope[HIDDEN];
  for (int i = 0; i < HIDDEN; i++) {
    double sum = b1[i];
    for (int j = 0; j < INPUTS; j++) sum += W1[i * INPUTS + j] * x[j];
    h[i] = tanh(sum);
    slope[i] = 1 - h[i] * h[i];
  }
  for (int k = 0; k < OUTPUTS; k++) {
    double sum = b2[k], row[INPUTS] = {0};
    for (int i = 0; i < HIDDEN; i++) {
      double w = W2[k * HIDDEN + i], factor = w * slope[i];
      sum += w * h[i];
      /* Unrolled, GCC 12 does not vectorise it. */
#pragma GCC unroll 1
      for (int j = 0; j < INPUTS; j++) row[j] += factor * W1[i * INPUTS + j];
    }
    y[k] = sum;
    for (int j = 0; j < INPUTS; j++) partials[k * INPUTS + j] = row[j];
  }
}
