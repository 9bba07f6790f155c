/*
 * The logarithm of the likelihood of 100 points of the plane under a mixture of five normal
 * distributions, by weights a, means m and factors q of inverse covariances.
 */
#include "derivative.h"
#include <math.h>

enum { PARTS = 5, POINTS = 100 };

void derivative(const double *restrict x, const double *restrict p, double *restrict value,
                double *restrict partials) {
  const double *a = x, *m = a + PARTS, *q = m + 2 * PARTS;
  double *restrict da = partials, *restrict dm = da + PARTS, *restrict dq = dm + 2 * PARTS;
  double density[PARTS][POINTS], q0[PARTS][POINTS], q1[PARTS][POINTS], share[POINTS] = {0};
  double first[PARTS], second[PARTS], weight[PARTS], weights = 0, prior = 0, logarithms = 0;
  for (int k = 0; k < PARTS; k++) {
    double f = exp(q[3 * k]), s = exp(q[3 * k + 1]), t = q[3 * k + 2];
    double height = a[k] + q[3 * k] + q[3 * k + 1];
    first[k] = f;
    second[k] = s;
    weight[k] = exp(a[k]);
    weights += weight[k];
    prior += f * f + s * s + t * t;
    for (int i = 0; i < POINTS; i++) {
      double c0 = p[2 * i] - m[2 * k], c1 = p[2 * i + 1] - m[2 * k + 1];
      q0[k][i] = f * c0;
      q1[k][i] = s * c1 + t * c0;
      density[k][i] = height - 0.5 * (q0[k][i] * q0[k][i] + q1[k][i] * q1[k][i]);
    }
    for (int i = 0; i < POINTS; i++) density[k][i] = exp(density[k][i]);
    for (int i = 0; i < POINTS; i++) share[i] += density[k][i];
  }
  for (int i = 0; i < POINTS; i++) logarithms += log(share[i]);
  for (int i = 0; i < POINTS; i++) share[i] = 1 / share[i];
  for (int k = 0; k < PARTS; k++) {
    double f = first[k], s = second[k], t = q[3 * k + 2];
    double sum = 0, sum0 = 0, sum1 = 0, sum00 = 0, sum11 = 0, sum10 = 0;
    for (int i = 0; i < POINTS; i++) {
      double w = density[k][i] * share[i], w1 = w * q1[k][i];
      double c0 = p[2 * i] - m[2 * k], c1 = p[2 * i + 1] - m[2 * k + 1];
      sum += w;
      sum0 += w * q0[k][i];
      sum1 += w1;
      sum00 += w * q0[k][i] * q0[k][i];
      sum11 += w1 * c1;
      sum10 += w1 * c0;
    }
    da[k] = sum - POINTS * weight[k] / weights;
    dm[2 * k] = f * sum0 + t * sum1;
    dm[2 * k + 1] = s * sum1;
    dq[3 * k] = sum - sum00 + f * f;
    dq[3 * k + 1] = sum - s * sum11 + s * s;
    dq[3 * k + 2] = t - sum10;
  }
  *value = logarithms - POINTS * log(weights) + 0.5 * prior;
}
