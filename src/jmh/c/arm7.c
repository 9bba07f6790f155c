/*
 * The pose of an arm with seven joints that alternate by a right angle, and its Jacobian.
 *
 * X, Y, Z are the axes of a frame and joint k turns all that follows about z_k: d/dq_k of an axis of
 * the hand is its vector product with z_k. Neighbouring frames share an axis and hold the others of
 * each other's planes, so that most of these products are multiples of axes.
 */
#include "derivative.h"
#include <math.h>

static const double D1 = 0.36, D3 = 0.42, D5 = 0.4, D7 = 0.126;

/* Column k of the rows (i, j) of the pose, i = x, y, z. */
#define AT(i, j, k) partials[(4 * (i) + (j)) * 7 + (k)]

void derivative(const double *restrict q, const double *restrict p, double *restrict pose,
                double *restrict partials) {
  (void)p;
  double c0 = cos(q[0]), s0 = sin(q[0]), c1 = cos(q[1]), s1 = sin(q[1]), c2 = cos(q[2]),
         s2 = sin(q[2]), c3 = cos(q[3]), s3 = sin(q[3]), c4 = cos(q[4]), s4 = sin(q[4]),
         c5 = cos(q[5]), s5 = sin(q[5]), c6 = cos(q[6]), s6 = sin(q[6]);
  /* The axes of the joints, and the X axes of the frames in between. */
  double z1[3] = {-s0, c0, 0}, z2[3] = {s1 * c0, s1 * s0, c1}, x2[3] = {c1 * c0, c1 * s0, -s1};
  double z3[3], x4[3], z4[3], x5[3], z5[3], x6[3], z6[3], X[3], Y[3];
  for (int i = 0; i < 3; i++) {
    double x3 = c2 * x2[i] + s2 * z1[i];
    z3[i] = s2 * x2[i] - c2 * z1[i];
    x4[i] = c3 * x3 + s3 * z2[i];
    z4[i] = c3 * z2[i] - s3 * x3;
    x5[i] = c4 * x4[i] - s4 * z3[i];
    z5[i] = -c4 * z3[i] - s4 * x4[i];
    x6[i] = c5 * x5[i] - s5 * z4[i];
    z6[i] = c5 * z4[i] + s5 * x5[i];
    X[i] = c6 * x6[i] + s6 * z5[i];
    Y[i] = c6 * z5[i] - s6 * x6[i];
    pose[4 * i] = X[i];
    pose[4 * i + 1] = Y[i];
    pose[4 * i + 2] = z6[i];
    pose[4 * i + 3] = D3 * z2[i] + D5 * z4[i] + D7 * z6[i];
  }
  pose[11] += D1;

  /* Joint 0 turns about the vertical, joint 1 about a horizontal axis; joints 2 and 3 about any. */
  for (int j = 0; j < 4; j++) {
    AT(0, j, 0) = -pose[4 + j];
    AT(1, j, 0) = pose[j];
    AT(2, j, 0) = 0;
  }
  for (int j = 0; j < 3; j++) {
    double x = pose[j], y = pose[4 + j], z = pose[8 + j];
    AT(0, j, 1) = c0 * z;
    AT(1, j, 1) = s0 * z;
    AT(2, j, 1) = -s0 * y - c0 * x;
    AT(0, j, 2) = z2[1] * z - z2[2] * y;
    AT(1, j, 2) = z2[2] * x - z2[0] * z;
    AT(2, j, 2) = z2[0] * y - z2[1] * x;
    AT(0, j, 3) = z3[1] * z - z3[2] * y;
    AT(1, j, 3) = z3[2] * x - z3[0] * z;
    AT(2, j, 3) = z3[0] * y - z3[1] * x;
  }
  double reach = D3 + D5 * c3, aside = D5 * s3, forward = aside * c2, c56 = c5 * c6, c5s6 = c5 * s6;
  for (int i = 0; i < 3; i++) {
    AT(i, 0, 4) = c56 * z5[i] - s6 * x5[i];
    AT(i, 1, 4) = -c5s6 * z5[i] - c6 * x5[i];
    AT(i, 2, 4) = s5 * z5[i];
    AT(i, 0, 5) = -c6 * z6[i];
    AT(i, 1, 5) = s6 * z6[i];
    AT(i, 2, 5) = x6[i];
    AT(i, 0, 6) = Y[i];
    AT(i, 1, 6) = -X[i];
    AT(i, 2, 6) = 0;
    AT(i, 3, 1) = reach * x2[i] + forward * z2[i] + D7 * AT(i, 2, 1);
    AT(i, 3, 2) = aside * z3[i] + D7 * AT(i, 2, 2);
    AT(i, 3, 3) = -D5 * x4[i] + D7 * AT(i, 2, 3);
    AT(i, 3, 4) = D7 * AT(i, 2, 4);
    AT(i, 3, 5) = D7 * x6[i];
    AT(i, 3, 6) = 0;
  }
}
