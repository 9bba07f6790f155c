/*
 * softmax(Q K' / sqrt(8)) V by Q, eight queries, keys and values of eight elements: the block of
 * query i has sum over j of P[i][j] (V[j][k] - O[i][k]) K[j][m] / sqrt(8) in row k and column m.
 */
#include "derivative.h"
#include <math.h>
enum { N = 8 };
void derivative(const double *restrict Q, const double *restrict p, double *restrict O,
                double *restrict partials) {
  const double *K = p, *V = p + N * N;
  const double scale = 1 / sqrt(N);
  for (int i = 0; i < N; i++) {
    double weight[N], sum = 0, row[N] = {0};
    for (int j = 0; j < N; j++) {
      double score = 0;
      for (int k = 0; k < N; k++) score += Q[i * N + k] * K[j * N + k];
      weight[j] = exp(score * scale);
      sum += weight[j];
    }
    double share = 1 / sum;
    for (int j = 0; j < N; j++) {
      weight[j] *= share;
      /* Unrolled, GCC 12 does not vectorise it; neither the one below. */
#pragma GCC unroll 1
      for (int k = 0; k < N; k++) row[k] += weight[j] * V[j * N + k];
    }
    for (int k = 0; k < N; k++) {
      double out[N] = {0};
      for (int j = 0; j < N; j++) {
        double w = weight[j] * scale * (V[j * N + k] - row[k]);
#pragma GCC unroll 1
        for (int m = 0; m < N; m++) out[m] += w * K[j * N + m];
      }
      for (int m = 0; m < N; m++) partials[(i * N + k) * N + m] = out[m];
      O[i * N + k] = row[k];
    }
  }
}
