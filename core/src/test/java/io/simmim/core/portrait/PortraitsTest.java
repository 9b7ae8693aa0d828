package io.simmim.core.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitsTest {

  private static TensorPicture picture(String name, TensorData tensor) {
    return new Portraits(Map.of(name, tensor)::get).of(name).picture();
  }

  @Test
  void aTableIsAMapAroundTheQueryForEachHead() {
    // Row 5 i + j of the table is for a query i - 2 rows below and j - 2 right of the key.
    var bias =
        assertInstanceOf(
            TensorPicture.Bias.class,
            picture(
                "layers.0.blocks.0.attn.relative_position_bias_table",
                Fixture.tensor(at -> at, 25, 3)));
    assertEquals(3, bias.bias().heads().size());
    assertEquals(2, bias.bias().reach());
    assertEquals(12 * 3 + 1, bias.bias().value(1, 0, 0));
    assertEquals(3 + 2, bias.bias().value(2, 2, 1), "two below and one right is row 0 * 5 + 1");
    assertEquals(24 * 3, bias.bias().heads().get(0).value(0, 0));
  }

  @Test
  void theLastThreeRowsOfAVisionTransformersTableAreTheClassTokens() {
    var bias =
        (TensorPicture.Bias)
            picture("rel_pos_bias.relative_position_bias_table", Fixture.tensor(at -> at, 28, 7));
    PositionBias.ClassToken token = bias.bias().classToken().orElseThrow();
    assertEquals(25 * 7 + 6.0, token.toPatches().get(6));
    assertEquals(26 * 7 + 5.0, token.fromPatches().get(5));
    assertEquals(27 * 7 + 4.0, token.toItself().get(4));
  }

  @Test
  void aBiasNetworkOfManyHeadsAndOffsetsIsNotComputed() {
    String attention = "layers.0.blocks.0.attn.";
    Map<String, TensorData> weights =
        Map.of(
            attention + "cpb_mlp.0.weight", Fixture.tensor(at -> 1, 1, 2),
            attention + "cpb_mlp.0.bias", Fixture.tensor(at -> 1, 1),
            attention + "cpb_mlp.2.weight", Fixture.tensor(at -> 1, 100_000, 1),
            attention + "relative_coords_table", Fixture.tensor(at -> 1, 1, 1001, 1001, 2));
    Portrait portrait = new Portraits(weights::get).of(attention + "cpb_mlp.2.weight");
    assertInstanceOf(TensorPicture.Matrix.class, portrait.picture(), "8e11 bytes of bias");
  }

  @Test
  void endlessNumbersInANameMeanNothing() {
    for (String number : List.of("99999999999999999999", "2147483647")) {
      String name = "layers." + number + ".blocks.0.norm1.weight";
      TensorData tensor = Fixture.tensor(at -> at, 3);
      assertTrue(
          new Portraits(Map.of(name, tensor)::get).of(name).meaning().contains("cannot be told"));
    }
  }

  @Test
  void aBiasNetworkWithoutCoordinatesIsDrawnForAnAssumedWindow() {
    Map<String, TensorData> weights =
        Map.of(
            "layers.0.blocks.0.attn.cpb_mlp.0.weight", Fixture.tensor(at -> at % 2, 5, 2),
            "layers.0.blocks.0.attn.cpb_mlp.0.bias", Fixture.tensor(at -> 0, 5),
            "layers.0.blocks.0.attn.cpb_mlp.2.weight",
                Fixture.tensor(at -> Math.floorDiv(at, 5), 3, 5));
    var bias =
        (TensorPicture.Bias)
            new Portraits(weights::get).of("layers.0.blocks.0.attn.cpb_mlp.2.weight").picture();
    assertEquals(OptionalInt.of(8), bias.assumedWindow());
    assertEquals(8, bias.bias().value(0, 3, 3), "sigmoid of 0, times 16");
    // Only queries right of their key pass the ReLU: five units of log2(9) / log2(8) each.
    double sum = 5 * 2 * Math.log(9) / Math.log(8);
    assertEquals(16 / (1 + Math.exp(-sum)), bias.bias().value(2, 4, -7), 1e-12);
    assertEquals(8, bias.bias().value(2, 4, 7));
  }

  @Test
  void placesOfAnImageAreComparedByTheAngleBetweenTheirVectors() {
    // Class token, then four places: e1, e2, e1 + e2, -e1.
    double[] values = {9, 9, 9, 1, 0, 0, 0, 1, 0, 1, 1, 0, -1, 0, 0};
    var positions =
        (TensorPicture.Positions) picture("pos_embed", Fixture.tensor(at -> values[at], 1, 5, 3));
    Grid similarity = positions.embedding().similarity(0, 0);
    assertEquals(1, similarity.value(0, 0), 1e-12);
    assertEquals(0, similarity.value(0, 1), 1e-12);
    assertEquals(Math.sqrt(0.5), similarity.value(1, 0), 1e-12);
    assertEquals(-1, similarity.value(1, 1), 1e-12);
  }

  @Test
  void aLargeMatrixIsPooledByBlocksCutAtTheBorder() {
    HeatMap map =
        ((TensorPicture.Matrix) picture("w", Fixture.tensor(at -> at % 2 == 0 ? 1 : -3, 521, 257)))
            .map();
    assertEquals(List.of(3, 2), List.of(map.blockRows(), map.blockColumns()));
    assertEquals(List.of(174, 129), List.of(map.signed().rows(), map.signed().columns()));
    assertEquals(-1, map.signed().value(0, 0), 1e-12);
    assertEquals(2, map.magnitude().value(0, 0), 1e-12);
    // The last column alone: rows of 257 values alternate, so its signs do from row to row.
    assertEquals((1 - 3 + 1) / 3.0, map.signed().value(0, 128), 1e-12);
  }

  @Test
  void aSmallMatrixKeepsItsValuesAndItsAxes() {
    HeatMap map = ((TensorPicture.Matrix) picture("w", Fixture.tensor(at -> at, 5, 7, 1, 1))).map();
    assertTrue(map.isExact());
    assertEquals(List.of(5, 7), List.of(map.signed().rows(), map.signed().columns()));
    assertEquals(3 * 7 + 2, map.signed().value(3, 2));
  }

  @Test
  void shapesWithoutAPictureOfTheirOwnStillHaveOne() {
    assertInstanceOf(
        TensorPicture.Vector.class, picture("mask_token", Fixture.tensor(at -> at, 1, 1, 13)));
    var masks =
        assertInstanceOf(
            TensorPicture.Stack.class,
            picture("layers.0.blocks.1.attn_mask", Fixture.tensor(at -> at, 3, 5, 7)));
    assertEquals(2 * 35 + 4 * 7 + 6, masks.grids().get(2).value(4, 6));
    HeatMap folded =
        ((TensorPicture.Matrix) picture("v", Fixture.tensor(at -> at, 2 * 65_537))).map();
    assertEquals(2, folded.rows());
    assertEquals(
        3, ((TensorPicture.Matrix) picture("w", Fixture.tensor(at -> at, 3, 65, 2))).map().rows());
    assertInstanceOf(TensorPicture.None.class, picture("s", TensorData.scalar(3)));
    assertInstanceOf(TensorPicture.None.class, picture("e", Fixture.tensor(at -> at, 0, 7)));
    assertInstanceOf(
        TensorPicture.Matrix.class,
        picture("a.relative_position_bias_table", Fixture.tensor(at -> at, 24, 3)),
        "24 offsets are no square");
  }

  @Test
  void fewNumbersAreWrittenOut() {
    Portraits portraits =
        new Portraits(
            Map.of("a", Fixture.tensor(at -> at, 4, 4), "b", Fixture.tensor(at -> 0, 17))::get);
    assertEquals(16, portraits.of("a").numbers().size());
    assertEquals(List.of(), portraits.of("b").numbers());
    assertEquals(64, portraits.of("a").bytes());
    assertThrows(IllegalArgumentException.class, () -> portraits.of("c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin",
        "A_pretrain_swin_ape",
        "A_pretrain_swinv2_normtarget",
        "A_pretrain_vit_ape",
        "A_pretrain_vit_shared_rpb"
      })
  void everyTensorOfAnOfficialFileHasAMeaningAndAPicture(String golden) throws Exception {
    Map<String, TensorData> weights =
        CheckpointFile.open(Golden.path(golden + "/ckpt_epoch_0.pth")).official().tensors();
    Portraits portraits = new Portraits(weights::get);
    Set<String> unexplained = new TreeSet<>();
    Set<String> empty = new TreeSet<>();
    for (String name : weights.keySet()) {
      Portrait portrait = portraits.of(name);
      if (portrait.meaning().startsWith("A tensor that no model")) {
        unexplained.add(name);
      }
      if (portrait.picture() instanceof TensorPicture.None && portrait.numbers().isEmpty()) {
        empty.add(name);
      }
    }
    assertEquals(Set.of(), unexplained);
    assertEquals(Set.of(), empty);
  }

  @Test
  void meaningsNameTheirPlaceAsPapersCount() {
    assertEquals(
        "Relative position bias of stage 1, block 2: how much each head prefers a neighbour at each"
            + " offset (Swin paper, section 3.2).",
        Meaning.of("module.encoder.layers.0.blocks.1.attn.relative_position_bias_table"));
    assertEquals(
        "Patch merging after stage 3: four neighbouring tokens become one of twice the width.",
        Meaning.of("layers.2.downsample.reduction.weight"));
    assertEquals("Bias of layer 2 of the MLP in block 12.", Meaning.of("blocks.11.mlp.fc2.bias"));
    assertTrue(Meaning.of("rel_pos_bias.relative_position_bias_table").contains("of all blocks:"));
  }
}
