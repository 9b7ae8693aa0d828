package io.simmim.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverridesTest {

  @Test
  void pairsWinOverTheFileAndNamedOptionsOverPairs() throws Exception {
    Overrides overrides =
        Overrides.of(List.of("DATA.BATCH_SIZE", "4", "TAG", "from opts"))
            .and("--batch-size", "DATA.BATCH_SIZE", 16)
            .and("--tag", "TAG", null);
    ExperimentConfig config = Sample.yaml("DATA: {BATCH_SIZE: 2}\nTAG: x\n", overrides).orThrow();
    assertEquals(16, config.data().batchSize());
    assertEquals("from opts", config.tag());
  }

  @Test
  void valuesAreReadAsOnTheOfficialCommandLine() throws Exception {
    ExperimentConfig config =
        opts(
                "TRAIN.BASE_LR", "1e-3",
                "MODEL.SWIN.DEPTHS", "[2,2,18,2]",
                "TRAIN.OPTIMIZER.BETAS", "(0.9,0.95)",
                "MODEL.SWIN.QK_SCALE", "None",
                "MODEL.VIT.INIT_VALUES", "null",
                "TRAIN.AUTO_RESUME", "False",
                "TAG", "1e3")
            .orThrow();
    assertEquals(1e-3, config.train().baseLr());
    assertEquals(List.of(2, 2, 18, 2), config.model().swin().depths());
    assertEquals(List.of(0.9, 0.95), config.train().optimizer().betas());
    assertTrue(config.model().swin().qkScale().isEmpty());
    assertTrue(config.model().vit().initValues().isEmpty());
    assertEquals(false, config.train().autoResume());
    assertEquals("1e3", config.tag());
  }

  @Test
  void faultsNameTheOption() {
    List<String> faults = Sample.lines(opts("DATA.IMGSIZE", "3", "MODEL", "x", "SEED"));
    assertEquals(
        List.of(
            "--opts: DATA.IMGSIZE: there is no such key; did you mean DATA.IMG_SIZE?",
            "--opts: MODEL: this is a section; name one of its keys, for example MODEL.TYPE.",
            "--opts: SEED: the last key has no value; write KEY VALUE pairs."),
        faults);
    Overrides named = Overrides.none().and("--batch-size", "DATA.BATCH_SIZE", "-3");
    assertTrue(Sample.lines(Sample.yaml("", named)).get(0).startsWith("--batch-size: DATA.BATCH"));
  }

  private static ConfigResult opts(String... words) {
    return Sample.yaml("", Overrides.of(List.of(words)));
  }
}
