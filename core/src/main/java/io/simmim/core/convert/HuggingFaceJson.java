package io.simmim.core.convert;

import io.simmim.core.config.ModelConfig;
import io.simmim.core.config.SwinConfig;
import io.simmim.core.config.SwinShape;
import io.simmim.core.config.SwinV2Config;
import io.simmim.core.config.VitConfig;
import io.simmim.core.inspect.Kind;
import io.simmim.core.weights.CheckpointFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code config.json}: the model by the words of {@code SwinConfig}, {@code Swinv2Config} or {@code
 * BeitConfig}, and under a further key the whole official configuration, so that nothing of it is
 * lost on the way back.
 */
final class HuggingFaceJson {

  private final OfficialModel converted;
  private final Map<String, Object> official;
  private final ModelConfig model;
  private final List<String> classes;

  HuggingFaceJson(OfficialModel converted, List<String> classes, Map<String, Object> official) {
    this.official = official;
    this.converted = converted;
    this.model = converted.config().model();
    this.classes = classes;
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("architectures", List.of(architecture()));
    tree.put("image_size", converted.config().data().imgSize());
    tree.put("num_channels", model.inChans());
    tree.put("patch_size", model.patchSize());
    tree.put("hidden_act", "gelu");
    tree.put("hidden_dropout_prob", model.dropRate());
    tree.put("attention_probs_dropout_prob", 0.0);
    tree.put("drop_path_rate", model.dropPathRate());
    tree.put("initializer_range", 0.02);
    switch (model.type()) {
      case SWIN -> {
        SwinConfig swin = model.swin();
        addSwin(tree, swin, swin.mlpRatio(), swin.qkvBias());
      }
      case SWINV2 -> {
        SwinV2Config swin = model.swinv2();
        addSwin(tree, swin, swin.mlpRatio(), swin.qkvBias());
        tree.put("pretrained_window_sizes", pretrainedWindows(swin));
      }
      case VIT -> addVit(tree, model.vit());
    }
    addLabels(tree);
    tree.put("dtype", elementType());
    tree.put(CheckpointFile.OFFICIAL_CONFIG, official);
    return tree;
  }

  private String architecture() {
    String family =
        switch (model.type()) {
          case SWIN -> "Swin";
          case SWINV2 -> "Swinv2";
          case VIT -> "Beit";
        };
    return family
        + switch (converted.kind()) {
          case FINE_TUNED, CLASSIFIER -> "ForImageClassification";
          // The library's own pre-training of a Beit predicts visual tokens, not pixels.
          case PRETRAINING -> family.equals("Beit") ? "Model" : "ForMaskedImageModeling";
          case ENCODER, UNKNOWN -> "Model";
        };
  }

  // As the library names them; a file of mixed types counts as its patch embedding does.
  private String elementType() {
    return converted.tensors().entrySet().stream()
        .filter(tensor -> tensor.getKey().endsWith("patch_embed.proj.weight"))
        .map(tensor -> tensor.getValue().type().name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("float32");
  }

  private static void addSwin(
      Map<String, Object> tree, SwinShape swin, double mlpRatio, boolean qkvBias) {
    boolean first = swin instanceof SwinConfig;
    tree.put("model_type", first ? "swin" : "swinv2");
    tree.put("embed_dim", swin.embedDim());
    tree.put("depths", swin.depths());
    tree.put("num_heads", swin.numHeads());
    tree.put("window_size", swin.windowSize());
    tree.put("mlp_ratio", mlpRatio);
    tree.put("qkv_bias", qkvBias);
    tree.put("use_absolute_embeddings", swin.ape());
    tree.put("layer_norm_eps", 1e-5);
    tree.put("encoder_stride", swin.totalStride());
    tree.put("hidden_size", swin.embedDim() << (swin.depths().size() - 1));
  }

  private List<Integer> pretrainedWindows(SwinV2Config swin) {
    return converted.kind() == Kind.PRETRAINING
        ? Collections.nCopies(swin.depths().size(), 0)
        : swin.pretrainedWindowSizes();
  }

  private void addVit(Map<String, Object> tree, VitConfig vit) {
    tree.put("model_type", "beit");
    tree.put("hidden_size", vit.embedDim());
    tree.put("num_hidden_layers", vit.depth());
    tree.put("num_attention_heads", vit.numHeads());
    tree.put("intermediate_size", (int) (vit.embedDim() * vit.mlpRatio()));
    tree.put("use_mask_token", converted.tensors().keySet().stream().anyMatch(this::isMask));
    tree.put("use_absolute_position_embeddings", vit.useApe());
    tree.put("use_relative_position_bias", vit.useRpb());
    tree.put("use_shared_relative_position_bias", vit.useSharedRpb());
    tree.put("layer_scale_init_value", vit.initValues().orElse(0));
    tree.put("use_mean_pooling", vit.useMeanPooling());
    tree.put("layer_norm_eps", 1e-6);
  }

  private boolean isMask(String name) {
    return name.endsWith("mask_token");
  }

  private void addLabels(Map<String, Object> tree) {
    boolean classifies = converted.kind() == Kind.FINE_TUNED || converted.kind() == Kind.CLASSIFIER;
    if (!classifies) {
      return;
    }
    Map<String, Object> names = new LinkedHashMap<>();
    Map<String, Object> indices = new LinkedHashMap<>();
    for (int i = 0; i < model.numClasses(); i++) {
      String name = i < classes.size() ? classes.get(i) : "LABEL_" + i;
      names.put(Integer.toString(i), name);
      indices.put(name, i);
    }
    tree.put("id2label", names);
    tree.put("label2id", indices);
  }
}
