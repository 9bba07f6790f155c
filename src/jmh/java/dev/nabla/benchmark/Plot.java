package dev.nabla.benchmark;

import dev.nabla.benchmark.workload.Workload;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Time against the number of partial derivatives, both logarithmic, a series per contestant. */
final class Plot {
  private final Measurements measurements;
  private final XYChart chart =
      new XYChartBuilder()
          .width(900)
          .height(600)
          .title("Values and derivative at a point")
          .xAxisTitle("partial derivatives that are not 0")
          .yAxisTitle("nanoseconds a call")
          .build();

  Plot(Measurements measurements) {
    this.measurements = measurements;
    chart
        .getStyler()
        .setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
        .setXAxisLogarithmic(true)
        .setYAxisLogarithmic(true)
        .setChartBackgroundColor(Color.WHITE)
        .setLegendPosition(LegendPosition.OutsideE)
        .setMarkerSize(9);
    add("C by hand", workload -> measurements.ofC(workload), SeriesMarkers.CROSS, Color.BLACK);
    add(Contestant.NABLA, SeriesMarkers.CIRCLE, new Color(0x1F77B4));
    add(Contestant.HAND, SeriesMarkers.DIAMOND, new Color(0x2CA02C));
    add(Contestant.HIPPARCHUS, SeriesMarkers.TRIANGLE_UP, new Color(0xD62728));
    add(Contestant.DIFFERENCES, SeriesMarkers.SQUARE, new Color(0xB0B0B0));
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
                sizes.add(workload.pattern().count());
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
