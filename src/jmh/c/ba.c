/*
 * How far the image of a point lies from where a camera saw it: rotation vector r = x[0..2], centre
 * x[3..5], focal length x[6], principal point x[7..8], distortions x[9..10], point x[11..13], weight
 * x[14]; the measurement is p. The Jacobian is dense, 2 x 15.
 */
#include "derivative.h"
#include <math.h>

void derivative(const double *restrict x, const double *restrict p, double *restrict values,
                double *restrict partials) {
  double X = x[11] - x[3], Y = x[12] - x[4], Z = x[13] - x[5];
  double angle = sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]), inverse = 1 / angle;
  double s = sin(angle), c = cos(angle), rest = 1 - c;
  double u = x[0] * inverse, v = x[1] * inverse, w = x[2] * inverse;
  double R[3][3] = {{c + u * u * rest, u * v * rest - w * s, u * w * rest + v * s},
                    {u * v * rest + w * s, c + v * v * rest, v * w * rest - u * s},
                    {u * w * rest - v * s, v * w * rest + u * s, c + w * w * rest}};
  double depth = 1 / (R[2][0] * X + R[2][1] * Y + R[2][2] * Z);
  double a = (R[0][0] * X + R[0][1] * Y + R[0][2] * Z) * depth;
  double b = (R[1][0] * X + R[1][1] * Y + R[1][2] * Z) * depth;
  double square = a * a + b * b;
  double distortion = 1 + square * (x[9] + x[10] * square);
  double slope = 2 * (x[9] + 2 * x[10] * square), scale = x[14] * x[6];
  double aa = scale * (distortion + a * a * slope), ab = scale * a * b * slope,
         bb = scale * (distortion + b * b * slope);
  /* The error by the point in the camera's frame. */
  double G[2][3] = {{aa * depth, ab * depth, -(aa * a + ab * b) * depth},
                    {ab * depth, bb * depth, -(ab * a + bb * b) * depth}};
  /* How that point moves with the angle, and with each element of the axis. */
  double dot = u * X + v * Y + w * Z, S = s * inverse, C = rest * inverse;
  double turn[3] = {c * (v * Z - w * Y) - s * (X - dot * u), c * (w * X - u * Z) - s * (Y - dot * v),
                    c * (u * Y - v * X) - s * (Z - dot * w)};
  double tilt[3][3] = {{C * (X * u + dot), C * X * v - S * Z, C * X * w + S * Y},
                       {C * Y * u + S * Z, C * (Y * v + dot), C * Y * w - S * X},
                       {C * Z * u - S * Y, C * Z * v + S * X, C * (Z * w + dot)}};
  double image[2] = {a, b};
  for (int k = 0; k < 2; k++) {
    const double *g = G[k];
    double *restrict row = partials + 15 * k;
    double t0 = g[0] * tilt[0][0] + g[1] * tilt[0][1] + g[2] * tilt[0][2];
    double t1 = g[0] * tilt[1][0] + g[1] * tilt[1][1] + g[2] * tilt[1][2];
    double t2 = g[0] * tilt[2][0] + g[1] * tilt[2][1] + g[2] * tilt[2][2];
    double along = g[0] * turn[0] + g[1] * turn[1] + g[2] * turn[2] - (t0 * u + t1 * v + t2 * w);
    double dx = g[0] * R[0][0] + g[1] * R[1][0] + g[2] * R[2][0];
    double dy = g[0] * R[0][1] + g[1] * R[1][1] + g[2] * R[2][1];
    double dz = g[0] * R[0][2] + g[1] * R[1][2] + g[2] * R[2][2];
    double distorted = image[k] * distortion, error = distorted * x[6] + x[7 + k] - p[k];
    values[k] = x[14] * error;
    row[0] = t0 + u * along;
    row[1] = t1 + v * along;
    row[2] = t2 + w * along;
    row[3] = -dx;
    row[4] = -dy;
    row[5] = -dz;
    row[6] = x[14] * distorted;
    row[7] = k == 0 ? x[14] : 0;
    row[8] = k == 0 ? 0 : x[14];
    row[9] = scale * image[k] * square;
    row[10] = scale * image[k] * square * square;
    row[11] = dx;
    row[12] = dy;
    row[13] = dz;
    row[14] = error;
  }
}
