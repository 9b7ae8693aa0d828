package io.simmim.core.weights;

import io.simmim.core.weights.RuleTable.Match;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The names that one scheme gives to one family of models.
 *
 * @param prefixes what may stand before the names of an encoder that is part of something; the
 *     first one is written
 * @param encoder rules for names without prefix
 * @param around rules for what is beside the encoder: head and decoder
 */
record Dialect(NameScheme scheme, List<String> prefixes, RuleTable encoder, RuleTable around) {

  private static final String OFFICIAL_PREFIX = "encoder.";

  Dialect {
    prefixes = List.copyOf(prefixes);
  }

  /** Where a name is said to be in a model. */
  enum Where {
    AROUND,
    WITHIN,
    ALONE
  }

  /** What a name means. */
  record Place(Match match, Where where) {}

  /**
   * The dialects of a scheme, one a family; none for the official one.
   *
   * @param lastStage number of a Swin's last stage
   */
  static List<Dialect> of(NameScheme scheme, int lastStage) {
    return switch (scheme) {
      case OFFICIAL -> List.of();
      case HUGGING_FACE ->
          List.of(
              huggingFace(HuggingFaceRules.swin(), "swin."),
              huggingFace(HuggingFaceRules.swinV2(), "swinv2."),
              huggingFace(HuggingFaceRules.vit(), "beit.", "data2vec_vision."));
      case TIMM ->
          List.of(
              timm(TimmRules.swin(), TimmRules.aroundSwin()),
              timm(TimmRules.swinV2(), TimmRules.aroundSwin()),
              timm(TimmRules.vit(), TimmRules.aroundVit()));
      case MMPRETRAIN ->
          List.of(
              mmPretrain(MmPretrainRules.swin(lastStage)),
              mmPretrain(MmPretrainRules.swinV2(lastStage)),
              mmPretrain(MmPretrainRules.vit()));
    };
  }

  private static Dialect huggingFace(RuleTable encoder, String... prefixes) {
    return new Dialect(
        NameScheme.HUGGING_FACE, List.of(prefixes), encoder, HuggingFaceRules.around());
  }

  private static Dialect timm(RuleTable encoder, RuleTable around) {
    return new Dialect(NameScheme.TIMM, List.of(""), encoder, around);
  }

  private static Dialect mmPretrain(RuleTable encoder) {
    return new Dialect(
        NameScheme.MMPRETRAIN, List.of("backbone."), encoder, MmPretrainRules.around());
  }

  /** The place of a foreign name; empty when the dialect does not know it. */
  Optional<Place> ofForeign(String name) {
    for (String prefix : prefixes) {
      if (!prefix.isEmpty() && name.startsWith(prefix)) {
        return encoder
            .ofForeign(name.substring(prefix.length()))
            .map(match -> new Place(match, Where.WITHIN));
      }
    }
    return around
        .ofForeign(name)
        .map(match -> new Place(match, Where.AROUND))
        .or(() -> encoder.ofForeign(name).map(match -> new Place(match, Where.ALONE)));
  }

  /** The place of an official name; empty when the scheme has none for it. */
  Optional<Place> ofOfficial(String name) {
    if (name.startsWith(OFFICIAL_PREFIX)) {
      return encoder
          .ofOfficial(name.substring(OFFICIAL_PREFIX.length()))
          .map(match -> new Place(match, Where.WITHIN));
    }
    return around
        .ofOfficial(name)
        .map(match -> new Place(match, Where.AROUND))
        .or(() -> encoder.ofOfficial(name).map(match -> new Place(match, Where.ALONE)));
  }

  /**
   * What the official scheme puts before the names of the encoder, given all places of a file. An
   * encoder within something that does not classify is one of pre-training.
   */
  static String officialPrefix(Collection<Place> places) {
    boolean decoder = has(places, "decoder.");
    boolean within = places.stream().anyMatch(place -> place.where() == Where.WITHIN);
    return decoder || (within && !has(places, "head.")) ? OFFICIAL_PREFIX : "";
  }

  /** What this scheme puts there, given all places of an official file. */
  String foreignPrefix(Collection<Place> places) {
    boolean within = places.stream().anyMatch(place -> place.where() == Where.WITHIN);
    return within || has(places, "head.") ? prefixes.get(0) : "";
  }

  private static boolean has(Collection<Place> places, String around) {
    return places.stream()
        .anyMatch(
            place -> place.where() == Where.AROUND && place.match().official().startsWith(around));
  }
}
