/* Half the squared error of a perceptron with 16 inputs, 32 units and 8 outputs, by its weights. */
#include "derivative.h"
#include <math.h>

enum { INPUTS = 16, HIDDEN = 32, OUTPUTS = 8 };

void derivative(const double *restrict w, const double *restrict p, double *restrict loss,
                double *restrict partials) {
  const double *W1 = w, *b1 = W1 + HIDDEN * INPUTS, *W2 = b1 + HIDDEN, *b2 = W2 + OUTPUTS * HIDDEN;
  double *restrict dW1 = partials, *restrict db1 = dW1 + HIDDEN * INPUTS,
         *restrict dW2 = db1 + HIDDEN, *restrict db2 = dW2 + OUTPUTS * HIDDEN;
  const double *x = p, *target = p + INPUTS;
  double h[HIDDEN], back[HIDDEN] = {0}, square = 0;
  for (int i = 0; i < HIDDEN; i++) {
    double sum = b1[i];
    for (int j = 0; j < INPUTS; j++) sum += W1[i * INPUTS + j] * x[j];
    h[i] = tanh(sum);
  }
  for (int k = 0; k < OUTPUTS; k++) {
    double sum = b2[k];
    for (int i = 0; i < HIDDEN; i++) sum += W2[k * HIDDEN + i] * h[i];
    double error = sum - target[k];
    square += error * error;
    db2[k] = error;
    for (int i = 0; i < HIDDEN; i++) {
      dW2[k * HIDDEN + i] = error * h[i];
      back[i] += error * W2[k * HIDDEN + i];
    }
  }
  for (int i = 0; i < HIDDEN; i++) {
    double slope = back[i] * (1 - h[i] * h[i]);
    db1[i] = slope;
    for (int j = 0; j < INPUTS; j++) dW1[i * INPUTS + j] = slope * x[j];
  }
  *loss = 0.5 * square;
}
