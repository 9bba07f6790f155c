package dev.nabla.benchmark.workload;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;

/**
 * POLLU, the chemistry of air pollution: 25 reactions of 20 species (J. G. Verwer, SIAM J. Sci.
 * Comput. 15, 1994). 82 of the 400 partial derivatives are not 0.
 */
final class AirPollution implements Workload {
  private static final double K1 = 0.35;
  private static final double K2 = 26.6;
  private static final double K3 = 1.23e4;
  private static final double K4 = 8.6e-4;
  private static final double K5 = 8.2e-4;
  private static final double K6 = 1.5e4;
  private static final double K7 = 1.3e-4;
  private static final double K8 = 2.4e4;
  private static final double K9 = 1.65e4;
  private static final double K10 = 9e3;
  private static final double K11 = 0.022;
  private static final double K12 = 1.2e4;
  private static final double K13 = 1.88;
  private static final double K14 = 1.63e4;
  private static final double K15 = 4.8e6;
  private static final double K16 = 3.5e-4;
  private static final double K17 = 0.0175;
  private static final double K18 = 1e8;
  private static final double K19 = 4.44e11;
  private static final double K20 = 1240;
  private static final double K21 = 2.1;
  private static final double K22 = 5.78;
  private static final double K23 = 0.0474;
  private static final double K24 = 1780;
  private static final double K25 = 3.12;

  /** The columns, from 1, in which each row has entries. */
  private static final int[][] COLUMNS = {
    {1, 2, 4, 5, 6, 10, 11, 13, 19, 20},
    {1, 2, 4, 5, 10, 11, 19},
    {1, 3, 4, 16, 19},
    {1, 2, 3, 4},
    {2, 5, 6, 7, 9, 14, 17},
    {1, 2, 5, 6, 7, 9, 16, 17},
    {6, 7, 14},
    {6, 7, 9},
    {6, 9},
    {2, 9, 10, 11},
    {1, 2, 6, 9, 11, 13},
    {2, 11},
    {1, 11, 13},
    {2, 10, 14},
    {1, 6},
    {4, 16},
    {6, 17},
    {6, 17},
    {1, 4, 19, 20},
    {1, 19, 20}
  };

  @Override
  public String name() {
    return "pollu";
  }

  @Override
  public int variableCount() {
    return 20;
  }

  @Override
  public int valueCount() {
    return 20;
  }

  @Override
  public double leastVariable() {
    return 0.1;
  }

  @Override
  public Derivative derivative() {
    return Derivative.JACOBIAN;
  }

  @Override
  public Pattern pattern() {
    Pattern.Builder pattern = new Pattern.Builder(20, 20);
    for (int row = 0; row < COLUMNS.length; row++) {
      for (int column : COLUMNS[row]) {
        pattern.add(row, column - 1);
      }
    }
    return pattern.build();
  }

  @Override
  public void values(double[] y, double[] f) {
    double r1 = K1 * y[0];
    double r2 = K2 * y[1] * y[3];
    double r3 = K3 * y[4] * y[1];
    double r4 = K4 * y[6];
    double r5 = K5 * y[6];
    double r6 = K6 * y[6] * y[5];
    double r7 = K7 * y[8];
    double r8 = K8 * y[8] * y[5];
    double r9 = K9 * y[10] * y[1];
    double r10 = K10 * y[10] * y[0];
    double r11 = K11 * y[12];
    double r12 = K12 * y[9] * y[1];
    double r13 = K13 * y[13];
    double r14 = K14 * y[0] * y[5];
    double r15 = K15 * y[2];
    double r16 = K16 * y[3];
    double r17 = K17 * y[3];
    double r18 = K18 * y[15];
    double r19 = K19 * y[15];
    double r20 = K20 * y[16] * y[5];
    double r21 = K21 * y[18];
    double r22 = K22 * y[18];
    double r23 = K23 * y[0] * y[3];
    double r24 = K24 * y[18] * y[0];
    double r25 = K25 * y[19];
    f[0] = r2 + r3 + r9 + r11 + r12 + r22 + r25 - r1 - r10 - r14 - r23 - r24;
    f[1] = r1 + r21 - r2 - r3 - r9 - r12;
    f[2] = r1 + r17 + r19 + r22 - r15;
    f[3] = r15 - r2 - r16 - r17 - r23;
    f[4] = 2 * r4 + r6 + r7 + r13 + r20 - r3;
    f[5] = r3 + 2 * r18 - r6 - r8 - r14 - r20;
    f[6] = r13 - r4 - r5 - r6;
    f[7] = r4 + r5 + r6 + r7;
    f[8] = -r7 - r8;
    f[9] = r7 + r9 - r12;
    f[10] = r8 + r11 - r9 - r10;
    f[11] = r9;
    f[12] = r10 - r11;
    f[13] = r12 - r13;
    f[14] = r14;
    f[15] = r16 - r18 - r19;
    f[16] = -r20;
    f[17] = r20;
    f[18] = r23 + r25 - r21 - r22 - r24;
    f[19] = r24 - r25;
  }

  /** dIJ is the derivative of reaction I by species J, from which its rate is one product more. */
  @Override
  public void evaluate(double[] y, double[] f, double[] partials) {
    double d2by2 = K2 * y[3];
    double d2by4 = K2 * y[1];
    double d3by5 = K3 * y[1];
    double d3by2 = K3 * y[4];
    double d6by7 = K6 * y[5];
    double d6by6 = K6 * y[6];
    double d8by9 = K8 * y[5];
    double d8by6 = K8 * y[8];
    double d9by11 = K9 * y[1];
    double d9by2 = K9 * y[10];
    double d10by11 = K10 * y[0];
    double d10by1 = K10 * y[10];
    double d12by10 = K12 * y[1];
    double d12by2 = K12 * y[9];
    double d14by1 = K14 * y[5];
    double d14by6 = K14 * y[0];
    double d20by17 = K20 * y[5];
    double d20by6 = K20 * y[16];
    double d23by1 = K23 * y[3];
    double d23by4 = K23 * y[0];
    double d24by19 = K24 * y[0];
    double d24by1 = K24 * y[18];
    double r1 = K1 * y[0];
    double r2 = d2by2 * y[1];
    double r3 = d3by5 * y[4];
    double r4 = K4 * y[6];
    double r5 = K5 * y[6];
    double r6 = d6by7 * y[6];
    double r7 = K7 * y[8];
    double r8 = d8by9 * y[8];
    double r9 = d9by11 * y[10];
    double r10 = d10by11 * y[10];
    double r11 = K11 * y[12];
    double r12 = d12by10 * y[9];
    double r13 = K13 * y[13];
    double r14 = d14by1 * y[0];
    double r15 = K15 * y[2];
    double r16 = K16 * y[3];
    double r17 = K17 * y[3];
    double r18 = K18 * y[15];
    double r19 = K19 * y[15];
    double r20 = d20by17 * y[16];
    double r21 = K21 * y[18];
    double r22 = K22 * y[18];
    double r23 = d23by1 * y[0];
    double r24 = d24by19 * y[18];
    double r25 = K25 * y[19];
    f[0] = r2 + r3 + r9 + r11 + r12 + r22 + r25 - r1 - r10 - r14 - r23 - r24;
    f[1] = r1 + r21 - r2 - r3 - r9 - r12;
    f[2] = r1 + r17 + r19 + r22 - r15;
    f[3] = r15 - r2 - r16 - r17 - r23;
    f[4] = 2 * r4 + r6 + r7 + r13 + r20 - r3;
    f[5] = r3 + 2 * r18 - r6 - r8 - r14 - r20;
    f[6] = r13 - r4 - r5 - r6;
    f[7] = r4 + r5 + r6 + r7;
    f[8] = -r7 - r8;
    f[9] = r7 + r9 - r12;
    f[10] = r8 + r11 - r9 - r10;
    f[11] = r9;
    f[12] = r10 - r11;
    f[13] = r12 - r13;
    f[14] = r14;
    f[15] = r16 - r18 - r19;
    f[16] = -r20;
    f[17] = r20;
    f[18] = r23 + r25 - r21 - r22 - r24;
    f[19] = r24 - r25;
    partials[0] = -K1 - d10by1 - d14by1 - d23by1 - d24by1;
    partials[1] = d2by2 + d3by2 + d9by2 + d12by2;
    partials[2] = d2by4 - d23by4;
    partials[3] = d3by5;
    partials[4] = -d14by6;
    partials[5] = d12by10;
    partials[6] = d9by11 - d10by11;
    partials[7] = K11;
    partials[8] = K22 - d24by19;
    partials[9] = K25;
    partials[10] = K1;
    partials[11] = -partials[1];
    partials[12] = -d2by4;
    partials[13] = -d3by5;
    partials[14] = -d12by10;
    partials[15] = -d9by11;
    partials[16] = K21;
    partials[17] = K1;
    partials[18] = -K15;
    partials[19] = K17;
    partials[20] = K19;
    partials[21] = K22;
    partials[22] = -d23by1;
    partials[23] = -d2by2;
    partials[24] = K15;
    partials[25] = -d2by4 - K16 - K17 - d23by4;
    partials[26] = -d3by2;
    partials[27] = -d3by5;
    partials[28] = d6by6 + d20by6;
    partials[29] = 2 * K4 + d6by7;
    partials[30] = K7;
    partials[31] = K13;
    partials[32] = d20by17;
    partials[33] = -d14by1;
    partials[34] = d3by2;
    partials[35] = d3by5;
    partials[36] = -d6by6 - d8by6 - d14by6 - d20by6;
    partials[37] = -d6by7;
    partials[38] = -d8by9;
    partials[39] = 2 * K18;
    partials[40] = -d20by17;
    partials[41] = -d6by6;
    partials[42] = -K4 - K5 - d6by7;
    partials[43] = K13;
    partials[44] = d6by6;
    partials[45] = K4 + K5 + d6by7;
    partials[46] = K7;
    partials[47] = -d8by6;
    partials[48] = -K7 - d8by9;
    partials[49] = d9by2 - d12by2;
    partials[50] = K7;
    partials[51] = -d12by10;
    partials[52] = d9by11;
    partials[53] = -d10by1;
    partials[54] = -d9by2;
    partials[55] = d8by6;
    partials[56] = d8by9;
    partials[57] = -d9by11 - d10by11;
    partials[58] = K11;
    partials[59] = d9by2;
    partials[60] = d9by11;
    partials[61] = d10by1;
    partials[62] = d10by11;
    partials[63] = -K11;
    partials[64] = d12by2;
    partials[65] = d12by10;
    partials[66] = -K13;
    partials[67] = d14by1;
    partials[68] = d14by6;
    partials[69] = K16;
    partials[70] = -K18 - K19;
    partials[71] = -d20by6;
    partials[72] = -d20by17;
    partials[73] = d20by6;
    partials[74] = d20by17;
    partials[75] = d23by1 - d24by1;
    partials[76] = d23by4;
    partials[77] = -K21 - K22 - d24by19;
    partials[78] = K25;
    partials[79] = d24by1;
    partials[80] = d24by19;
    partials[81] = -K25;
  }

  @Override
  public <T extends CalculusFieldElement<T>> List<T> define(List<T> y, double[] parameters) {
    T r1 = y.get(0).multiply(K1);
    T r2 = y.get(1).multiply(y.get(3)).multiply(K2);
    T r3 = y.get(4).multiply(y.get(1)).multiply(K3);
    T r4 = y.get(6).multiply(K4);
    T r5 = y.get(6).multiply(K5);
    T r6 = y.get(6).multiply(y.get(5)).multiply(K6);
    T r7 = y.get(8).multiply(K7);
    T r8 = y.get(8).multiply(y.get(5)).multiply(K8);
    T r9 = y.get(10).multiply(y.get(1)).multiply(K9);
    T r10 = y.get(10).multiply(y.get(0)).multiply(K10);
    T r11 = y.get(12).multiply(K11);
    T r12 = y.get(9).multiply(y.get(1)).multiply(K12);
    T r13 = y.get(13).multiply(K13);
    T r14 = y.get(0).multiply(y.get(5)).multiply(K14);
    T r15 = y.get(2).multiply(K15);
    T r16 = y.get(3).multiply(K16);
    T r17 = y.get(3).multiply(K17);
    T r18 = y.get(15).multiply(K18);
    T r19 = y.get(15).multiply(K19);
    T r20 = y.get(16).multiply(y.get(5)).multiply(K20);
    T r21 = y.get(18).multiply(K21);
    T r22 = y.get(18).multiply(K22);
    T r23 = y.get(0).multiply(y.get(3)).multiply(K23);
    T r24 = y.get(18).multiply(y.get(0)).multiply(K24);
    T r25 = y.get(19).multiply(K25);
    List<T> f = new ArrayList<>();
    f.add(
        r2.add(r3)
            .add(r9)
            .add(r11)
            .add(r12)
            .add(r22)
            .add(r25)
            .subtract(r1)
            .subtract(r10)
            .subtract(r14)
            .subtract(r23)
            .subtract(r24));
    f.add(r1.add(r21).subtract(r2).subtract(r3).subtract(r9).subtract(r12));
    f.add(r1.add(r17).add(r19).add(r22).subtract(r15));
    f.add(r15.subtract(r2).subtract(r16).subtract(r17).subtract(r23));
    f.add(r4.add(r4).add(r6).add(r7).add(r13).add(r20).subtract(r3));
    f.add(r3.add(r18).add(r18).subtract(r6).subtract(r8).subtract(r14).subtract(r20));
    f.add(r13.subtract(r4).subtract(r5).subtract(r6));
    f.add(r4.add(r5).add(r6).add(r7));
    f.add(r7.negate().subtract(r8));
    f.add(r7.add(r9).subtract(r12));
    f.add(r8.add(r11).subtract(r9).subtract(r10));
    f.add(r9);
    f.add(r10.subtract(r11));
    f.add(r12.subtract(r13));
    f.add(r14);
    f.add(r16.subtract(r18).subtract(r19));
    f.add(r20.negate());
    f.add(r20);
    f.add(r23.add(r25).subtract(r21).subtract(r22).subtract(r24));
    f.add(r24.subtract(r25));
    return f;
  }
}
