package io.simmim.core.weights;

import static io.simmim.core.weights.NameLists.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TensorData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Official weights under other names and back, bit by bit. */
class RoundTripTest {

  private static final Set<String> BUFFERS =
      Set.of("relative_position_index", "relative_coords_table", "attn_mask");

  static Stream<Arguments> cases() {
    return Stream.of(
            "A_pretrain_swin/ckpt_epoch_0.pth",
            "A_pretrain_swin_ape/ckpt_epoch_0.pth",
            "A_pretrain_swinv2_normtarget/ckpt_epoch_0.pth",
            "A_pretrain_vit_ape/ckpt_epoch_0.pth",
            "A_pretrain_vit_shared_rpb/ckpt_epoch_0.pth",
            "C_finetune_swin/init.pth",
            "C_finetune_swinv2/init.pth",
            "C_finetune_vit/init.pth")
        .flatMap(file -> Stream.of(NameScheme.values()).map(scheme -> Arguments.of(file, scheme)));
  }

  private static boolean isBuffer(String name) {
    return BUFFERS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static Map<String, TensorData> only(
      Map<String, TensorData> tensors, Predicate<String> names) {
    Map<String, TensorData> chosen = new LinkedHashMap<>();
    tensors.keySet().stream().filter(names).forEach(name -> chosen.put(name, tensors.get(name)));
    return chosen;
  }

  private static void assertComesBack(Map<String, TensorData> official, NameScheme scheme) {
    ForeignNames foreign = ForeignNames.of(scheme, official);
    assertTrue(foreign.unmapped().stream().allMatch(RoundTripTest::isBuffer), foreign::toString);
    OfficialWeights back = OfficialWeights.of(foreign.tensors());
    assertEquals(List.of(), back.unmapped());
    assertEquals(
        content(only(official, n -> !foreign.unmapped().contains(n))), content(back.tensors()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everythingLearnedComesBack(String file, NameScheme scheme) throws Exception {
    assertComesBack(NameLists.golden(file), scheme);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anEncoderAloneComesBack(String file, NameScheme scheme) throws Exception {
    Map<String, TensorData> all = NameLists.golden(file);
    Map<String, TensorData> alone = new LinkedHashMap<>();
    only(all, name -> !name.startsWith("decoder.") && !name.startsWith("head."))
        .forEach((name, tensor) -> alone.put(name.replaceFirst("^encoder\\.", ""), tensor));
    assertComesBack(alone, scheme);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOtherNamesAreRecognised(String file, NameScheme scheme) throws Exception {
    boolean alike = file.contains("C_finetune_vit") && scheme == NameScheme.TIMM;
    Map<String, TensorData> foreign = ForeignNames.of(scheme, NameLists.golden(file)).tensors();
    assertEquals(alike ? NameScheme.OFFICIAL : scheme, OfficialWeights.of(foreign).scheme());
  }

  @Test
  void indicesThatOldTransformersCannotComputeAreWritten() throws Exception {
    Map<String, TensorData> official = NameLists.golden("C_finetune_swin/init.pth");
    assertTrue(
        ForeignNames.of(NameScheme.HUGGING_FACE, official)
            .tensors()
            .keySet()
            .containsAll(
                List.of(
                    "swin.encoder.layers.0.blocks.1.attention.self.relative_position_index",
                    "swin.encoder.layers.3.blocks.0.attention.self.relative_position_index")));
  }
}
