package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Time against size, both logarithmic, a series for each contestant. The size is how many numbers a
 * call reads and writes.
 */
final class Plot {
  /** Names stand below the fastest call, each in one of as many lines as keep them apart. */
  private static final double BOTTOM = 0.05;

  private static final int LINES = 4;

  private final Measurements measurements;
  private final XYChart chart =
      new XYChartBuilder()
          .width(900)
          .height(600)
          .title("Values and derivative at a point")
          .xAxisTitle("numbers that a call reads and writes")
          .yAxisTitle("nanoseconds a call")
          .build();

  Plot(Measurements measurements) {
    this.measurements = measurements;
    style(chart.getStyler());
    add(Contestant.NABLA, SeriesMarkers.CIRCLE, new Color(0x1F77B4));
    add(Contestant.HAND, SeriesMarkers.DIAMOND, new Color(0x2CA02C));
    add(Contestant.HIPPARCHUS, SeriesMarkers.TRIANGLE_UP, new Color(0xD62728));
    add(Contestant.DIFFERENCES, SeriesMarkers.SQUARE, new Color(0xB0B0B0));
    add("C by hand", workload -> measurements.ofC(workload), SeriesMarkers.CROSS, Color.BLACK);
    name();
  }

  private static void style(XYStyler styler) {
    styler.setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    styler.setXAxisLogarithmic(true);
    styler.setYAxisLogarithmic(true);
    styler.setXAxisDecimalPattern("#,##0");
    styler.setYAxisDecimalPattern("#,##0.##");
    styler.setYAxisMin(BOTTOM);
    styler.setPlotGridLinesColor(new Color(0xE4E4E4));
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setMarkerSize(9);
  }

  private static int size(Workload workload) {
    return workload.variableCount()
        + workload.parameterCount()
        + workload.valueCount()
        + workload.pattern().count();
  }

  private void name() {
    List<Workload> bySize =
        measurements.workloads().stream().sorted(Comparator.comparingInt(Plot::size)).toList();
    chart.getStyler().setXAxisMax(3.0 * size(bySize.get(bySize.size() - 1)));
    for (int k = 0; k < bySize.size(); k++) {
      double line = BOTTOM * Math.pow(2, LINES - k % LINES);
      Workload workload = bySize.get(k);
      chart.addAnnotation(new AnnotationText(workload.name(), size(workload), line, false));
    }
  }

  private void add(Contestant contestant, Marker marker, Color color) {
    add(
        contestant.title(),
        workload -> measurements.of(contestant, workload).map(JavaTimings.Call::timing),
        marker,
        color);
  }

  private void add(
      String title, Function<Workload, Optional<Timing>> timing, Marker marker, Color color) {
    List<Integer> sizes = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (Workload workload : measurements.workloads()) {
      timing
          .apply(workload)
          .ifPresent(
              found -> {
                sizes.add(size(workload));
                times.add(found.median());
              });
    }
    if (!sizes.isEmpty()) {
      chart.addSeries(title, sizes, times).setMarker(marker).setMarkerColor(color);
    }
  }

  void writeSvg(Path file) throws IOException {
    VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
  }
}
