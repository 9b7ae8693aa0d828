package io.simmim.core.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopKTest {

  private TorchEngine engine;

  @BeforeEach
  void start() throws Exception {
    engine = TorchEngine.start("cpu");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private NDArray rows(float... values) {
    return engine.manager().create(values, new Shape(values.length / 3, 3));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,3", "5,3"})
  void aSampleIsRightWhenItsClassIsAmongTheFirst(int k, int expected) {
    NDArray logits = rows(-1, 5, 2, 0, 1, 2, 9, 8, 7);
    assertEquals(expected, TopK.correct(logits, new long[] {1, 1, 2}, k));
  }

  @Test
  void equalLogitsComeInTheOrderOfTheClasses() {
    NDArray logits = rows(1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertEquals(1, TopK.correct(logits, new long[] {0, 1, 2}, 1));
    assertEquals(2, TopK.correct(logits, new long[] {0, 1, 2}, 2));
  }

  @Test
  void aLogitThatIsNotANumberIsNeverRight() {
    NDArray logits = rows(Float.NaN, 5, 2, Float.POSITIVE_INFINITY, 1, 2);
    assertEquals(1, TopK.correct(logits, new long[] {1, 0}, 3));
  }

  @Test
  void asManyLabelsAsRowsAreAskedFor() {
    assertThrows(IllegalArgumentException.class, () -> TopK.correct(rows(1, 2, 3), new long[2], 1));
  }
}
