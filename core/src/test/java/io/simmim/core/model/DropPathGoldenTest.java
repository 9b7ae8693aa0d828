package io.simmim.core.model;

import com.google.gson.JsonArray;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.Measured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropPathGoldenTest {

  @ParameterizedTest
  @CsvSource({
    "simmim_pretrain__swin_base__img192_window6__100ep, 0.0",
    "simmim_pretrain__vit_base__img224__800ep, 0.1"
  })
  void everyBlockHasTheOfficialRate(String config, double dropPathRate) {
    JsonArray rates =
        Golden.json("F_optimizer_groups/" + config + ".json").getAsJsonArray("drop_path_per_block");
    for (int i = 0; i < rates.size(); i++) {
      // The official rates went through float32.
      double rate = Dropout.ofBlock(0, dropPathRate, i, rates.size()).dropPathRate();
      double difference = Math.abs(rates.get(i).getAsDouble() - rate);
      Measured.within(1e-8, difference, "F_optimizer_groups", "drop path of a block");
    }
  }
}
