/*
 * The pose of an arm with seven joints, arbitrary twists, lengths and offsets, and its Jacobian:
 * joint k turns all that follows about its axis z, so dR/dq_k = z x R, dp/dq_k = z x (p - o).
 */
#include "derivative.h"
#include <math.h>

enum { JOINTS = 7 };

/* cos and sin of the twists 0.3, -0.7, 1.1, -0.4, 0.9, -1.2, 0.5. */
static const double CA[JOINTS] = {0.955336489125606,  0.7648421872844885, 0.4535961214255773,
                                  0.9210609940028851, 0.6216099682706644, 0.3623577544766736,
                                  0.8775825618903728};
static const double SA[JOINTS] = {0.29552020666133955,  -0.644217687237691, 0.8912073600614354,
                                  -0.3894183423086505,  0.7833269096274834, -0.9320390859672263,
                                  0.479425538604203};
static const double LENGTH[JOINTS] = {0.3, 0.27, 0.24, 0.21, 0.18, 0.15, 0.12};
static const double OFFSET[JOINTS] = {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4};

void derivative(const double *restrict q, const double *restrict p, double *restrict pose,
                double *restrict partials) {
  (void)p;
  double along[3], across[3], axis[3][JOINTS], place[3][JOINTS];
  double x[3] = {1, 0, 0}, y[3] = {0, 1, 0}, z[3] = {0, 0, 1}, o[3] = {0, 0, 0};
  for (int k = 0; k < JOINTS; k++) {
    double c = cos(q[k]), s = sin(q[k]);
    for (int i = 0; i < 3; i++) {
      axis[i][k] = z[i];
      place[i][k] = o[i];
      along[i] = c * x[i] + s * y[i];
      across[i] = c * y[i] - s * x[i];
      o[i] += LENGTH[k] * along[i] + OFFSET[k] * z[i];
      x[i] = along[i];
      y[i] = CA[k] * across[i] + SA[k] * z[i];
      z[i] = CA[k] * z[i] - SA[k] * across[i];
    }
  }
  for (int i = 0; i < 3; i++) {
    pose[4 * i] = x[i];
    pose[4 * i + 1] = y[i];
    pose[4 * i + 2] = z[i];
    pose[4 * i + 3] = o[i];
  }
  for (int j = 0; j < 4; j++) {
    double dx = pose[j], dy = pose[4 + j], dz = pose[8 + j];
    double *restrict rows = partials + j * JOINTS;
    for (int k = 0; k < JOINTS; k++) {
      double vx = dx, vy = dy, vz = dz;
      if (j == 3) {
        vx -= place[0][k];
        vy -= place[1][k];
        vz -= place[2][k];
      }
      rows[k] = axis[1][k] * vz - axis[2][k] * vy;
      rows[4 * JOINTS + k] = axis[2][k] * vx - axis[0][k] * vz;
      rows[8 * JOINTS + k] = axis[0][k] * vy - axis[1][k] * vx;
    }
  }
}
