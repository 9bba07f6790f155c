/*
 * The chained function of Rosenbrock with N variables: its gradient, then the Hessian's diagonal,
 * what stands above it and what stands below it.
 */
#include "derivative.h"

void derivative(const double *restrict x, const double *restrict p, double *restrict gradient,
                double *restrict hessian) {
  (void)p;
  double *restrict diagonal = hessian, *restrict above = hessian + N,
         *restrict below = hessian + 2 * N - 1;
  double rise = x[1] - x[0] * x[0];
  gradient[0] = -400 * rise * x[0] - 2 * (1 - x[0]);
  diagonal[0] = 800 * x[0] * x[0] - 400 * rise + 2;
  above[0] = below[0] = -400 * x[0];
  for (int i = 1; i < N - 1; i++) {
    double xi = x[i], next = x[i + 1] - xi * xi, last = xi - x[i - 1] * x[i - 1];
    gradient[i] = 200 * last - 400 * next * xi - 2 * (1 - xi);
    diagonal[i] = 800 * xi * xi - 400 * next + 202;
    above[i] = below[i] = -400 * xi;
  }
  gradient[N - 1] = 200 * (x[N - 1] - x[N - 2] * x[N - 2]);
  diagonal[N - 1] = 200;
}
