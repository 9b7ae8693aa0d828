package io.simmim.core.reconstruct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.data.scene.SampleScene;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemoCheckpointTest {

  private static final Path DEMO = Path.of("..", "assets", "demo", "simmim_demo.safetensors");

  @Test
  void fillsPicturesOfEveryKindFarBetterThanGreyWould() throws Exception {
    try (ModelLoader loader = ModelLoader.start("cpu");
        LoadedModel model = loader.load(DEMO)) {
      int side = model.config().data().imgSize();
      MaskGenerator masks = MaskGenerator.of(model.config());
      List<Reconstruction> filled = new ArrayList<>();
      for (SampleScene scene : SampleScene.values()) {
        RgbImage picture = scene.draw(side, 3);
        filled.add(model.reconstruct(picture, masks.generate(new SplittableRandom(3))));
      }
      assertTrue(Reconstruction.psnr(filled) > 18, "PSNR " + Reconstruction.psnr(filled));
      assertEquals(
          List.of("150 tensors of the checkpoint are float16 and became float32."),
          model.remarks());
    }
  }
}
