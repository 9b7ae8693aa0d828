package io.simmim.core.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tensor is for, by its official name, in one plain sentence. */
public final class Meaning {

  private static final String PREFIX = "^(?:module\\.)?(?:encoder\\.)?";

  private static final List<Place> PLACES =
      List.of(
          new Place("layers\\.(\\d{1,4})\\.blocks\\.(\\d{1,4})\\.", List.of("stage", "block")),
          new Place("layers\\.(\\d{1,4})\\.(?=downsample)", List.of("stage")),
          new Place("blocks\\.(\\d{1,4})\\.", List.of("block")),
          new Place("rel_pos_bias\\.", List.of()));

  /** {@code %s} is the place, {@code $1} a group of the pattern. */
  private static final List<Sentence> SENTENCES =
      List.of(
          new Sentence(
              "mask_token",
              "Mask token: the learned vector that stands in for every hidden patch"
                  + " (SimMIM paper, section 3.2)."),
          new Sentence(
              "cls_token",
              "Class token: a learned vector, put before the patches, that gathers the image."),
          new Sentence(
              "(?:absolute_)?pos_embed",
              "Absolute position embedding: what is added to each patch to tell where it lies."),
          new Sentence(
              "patch_embed\\.proj\\.weight",
              "Patch embedding filters: each turns the pixels of a patch into one feature of its"
                  + " token."),
          new Sentence(
              "patch_embed\\.proj\\.bias",
              "Bias of the patch embedding: one number for each feature of a token."),
          new Sentence(
              "patch_embed\\.norm\\.weight", "Scale of the layer norm after the patch embedding."),
          new Sentence(
              "patch_embed\\.norm\\.bias", "Shift of the layer norm after the patch embedding."),
          new Sentence(
              "(?:attn\\.)?relative_position_bias_table",
              "Relative position bias of %s: how much each head prefers a neighbour at each offset"
                  + " (Swin paper, section 3.2)."),
          new Sentence(
              "attn\\.cpb_mlp\\.\\d\\.\\w+",
              "Part of the small network that gives %s its relative position bias: how much each"
                  + " head prefers a neighbour at each offset (Swin V2 paper)."),
          new Sentence(
              "attn\\.relative_coords_table",
              "Log-spaced offsets, rows and columns, that go into the position bias network of %s;"
                  + " computed, not learned."),
          new Sentence(
              "(?:attn\\.)?relative_position_index",
              "For each pair of tokens, its row in the table of relative positions of %s; computed,"
                  + " not learned."),
          new Sentence(
              "attn_mask",
              "Keeps tokens of %s apart that the cyclic shift brought into one window: 0 may attend,"
                  + " -100 may not; computed, not learned."),
          new Sentence(
              "attn\\.logit_scale",
              "Logarithm of the sharpness of attention of each head in %s (Swin V2 paper, scaled"
                  + " cosine attention)."),
          new Sentence(
              "attn\\.qkv\\.weight",
              "Weights of %s that make queries (first third of the rows), keys and values."),
          new Sentence(
              "attn\\.qkv\\.bias",
              "Bias of queries (first third), keys and values in %s; that of the keys has no effect."),
          new Sentence("attn\\.q_bias", "Bias of the queries in %s."),
          new Sentence("attn\\.v_bias", "Bias of the values in %s."),
          new Sentence("attn\\.proj\\.weight", "Weights of %s that mix what the heads found."),
          new Sentence("attn\\.proj\\.bias", "Bias of the layer that mixes the heads in %s."),
          new Sentence(
              "mlp\\.fc1\\.weight", "Weights of the first layer of the MLP in %s, which widens."),
          new Sentence(
              "mlp\\.fc2\\.weight", "Weights of the second layer of the MLP in %s, which narrows."),
          new Sentence("mlp\\.fc([12])\\.bias", "Bias of layer $1 of the MLP in %s."),
          new Sentence("norm1\\.weight", "Scale of the layer norm of attention in %s."),
          new Sentence("norm1\\.bias", "Shift of the layer norm of attention in %s."),
          new Sentence("norm2\\.weight", "Scale of the layer norm of the MLP in %s."),
          new Sentence("norm2\\.bias", "Shift of the layer norm of the MLP in %s."),
          new Sentence("gamma_1", "Layer scale: factor of what attention adds in %s."),
          new Sentence("gamma_2", "Layer scale: factor of what the MLP adds in %s."),
          new Sentence(
              "downsample\\.reduction\\.weight",
              "Patch merging after %s: four neighbouring tokens become one of twice the width."),
          new Sentence(
              "downsample\\.norm\\.weight", "Scale of the layer norm of patch merging after %s."),
          new Sentence(
              "downsample\\.norm\\.bias", "Shift of the layer norm of patch merging after %s."),
          new Sentence("(?:fc_)?norm\\.weight", "Scale of the last layer norm of the encoder."),
          new Sentence("(?:fc_)?norm\\.bias", "Shift of the last layer norm of the encoder."),
          new Sentence(
              "decoder\\.0\\.weight",
              "The one-layer decoder: each row makes one colour value of one pixel of a patch"
                  + " (SimMIM paper, section 3.3)."),
          new Sentence(
              "decoder\\.0\\.bias",
              "Bias of the decoder: one number for each colour value of a patch's pixels."),
          new Sentence("head\\.weight", "Classification head: one row for each class."),
          new Sentence(
              "head\\.bias", "Bias of the classification head: one number for each class."));

  private static final String UNKNOWN =
      "A tensor that no model of this program has; what it is for cannot be told from its name.";

  private Meaning() {}

  /** One sentence, with a stop. */
  public static String of(String officialName) {
    String name = officialName.replaceFirst(PREFIX, "");
    for (Place place : PLACES) {
      Matcher matcher = place.pattern().matcher(name);
      if (matcher.lookingAt()) {
        return sentence(name.substring(matcher.end()), place.words(matcher)).orElse(UNKNOWN);
      }
    }
    return sentence(name, "the model").orElse(UNKNOWN);
  }

  private static Optional<String> sentence(String name, String place) {
    return SENTENCES.stream()
        .filter(sentence -> sentence.pattern().matcher(name).matches())
        .findFirst()
        .map(s -> s.pattern().matcher(name).replaceFirst(s.text()).formatted(place));
  }

  /** Stages and blocks are counted from 1, as the papers do. */
  private record Place(Pattern pattern, List<String> units) {

    Place(String regex, List<String> units) {
      this(Pattern.compile(regex), units);
    }

    String words(Matcher matcher) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < units.size(); i++) {
        words.add(units.get(i) + " " + (Integer.parseInt(matcher.group(i + 1)) + 1));
      }
      return words.isEmpty() ? "all blocks" : String.join(", ", words);
    }
  }

  private record Sentence(Pattern pattern, String text) {

    Sentence(String regex, String text) {
      this(Pattern.compile(regex), text);
    }
  }
}
