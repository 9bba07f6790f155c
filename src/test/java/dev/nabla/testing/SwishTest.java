package dev.nabla.testing;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The class that the README shows: a derivative of one's own, tested. */
class SwishTest {
  @TestFactory
  Stream<DynamicTest> swish() {
    return DerivativeRule.of("swish(x) = x*sigmoid(x)", "swish(x) + sigmoid(x)*(1 - swish(x))")
        .laws()
        .stream()
        .map(law -> dynamicTest(law.name(), law::check));
  }
}
