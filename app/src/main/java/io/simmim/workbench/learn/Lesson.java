package io.simmim.workbench.learn;

/**
 * The lessons, in their order, and what they say. Numbers of the paper are from sections 3 and 4.
 */
public enum Lesson {
  HIDDEN(
      "What is hidden",
      """
      SimMIM learns from pictures that nobody labelled. It cuts a picture into square patches, hides \
      a random share of them, and lets a network predict the pixels that it cannot see. Every patch \
      is hidden with the same chance. Inside the network one learned vector, the mask token, takes \
      the place of each hidden patch: the network knows where something is missing, but not what. \
      Drag the mask ratio; press Again for another mask.""",
      false),
  PATCH(
      "Why a large patch",
      """
      Pixels that lie close to each other look alike. If the hidden patches are small, it is nearly \
      enough to copy the nearest visible pixel: nothing has to be understood. Large patches take the \
      neighbours away, although the same share is hidden. Copying fails there, and a network that \
      was trained with large patches does better; small ones are strange to it. Choose two sizes and \
      compare the L1 of copying and network.""",
      true),
  RATIO(
      "How much to hide",
      """
      The more is hidden, the less there is to go by. At 0.1 the gaps close by themselves; at 0.9 \
      hardly more than the mood of the picture can be guessed. With patches of 32 pixels the paper \
      finds every ratio from 0.1 to 0.7 to work well, and takes 0.6. Drag the ratio, or click a \
      picture of the strip.""",
      true),
  DISTANCE(
      "AvgDist",
      """
      Ratio and patch size both decide how far a hidden pixel is from what can be seen. AvgDist is \
      that distance in pixels, averaged over all hidden pixels. Fine-tuning went best after masks \
      with an AvgDist between 10 and 20 pixels: below, the task is too easy, above, it is too hard. \
      Move the dot into the green band, once with small patches and once with large ones.""",
      false),
  HEAD(
      "One layer and L1",
      """
      A single linear layer turns what the encoder says into pixels: a 1 × 1 convolution gives all \
      pixel values of a square at once, and pixel shuffle puts them into their places. A heavier head \
      gains nothing. The loss is L1, the mean absolute difference, on hidden pixels only; what the \
      network paints where the picture is visible never counts. Click a square to see its pixels.""",
      true),
  TRAINING(
      "Watch it learn",
      """
      Start begins a real pre-training in a process of its own: a small Swin transformer, on pictures \
      that the program draws, for about two minutes on the CPU. At first it paints noise. Colours \
      come first, then light and horizons. The pictures at the right are probe images, always the \
      same with the same masks, so that only the network changes. The run stays among your runs.""",
      false),
  FINETUNING(
      "From pixels to classes",
      """
      For classification the head is thrown away. A new linear layer, one output for each class, is \
      put on the encoder, and both are trained on labelled pictures: fine-tuning. Start trains the \
      same network twice on eleven kinds of drawn scenes: from the encoder of lesson 6, then from \
      random weights. Compare how fast the accuracy rises. So easy a task ends high either way; what \
      it is like on a million photographs is in the table.""",
      false);

  private final String title;
  private final String paragraph;
  private final boolean filling;

  Lesson(String title, String paragraph, boolean filling) {
    this.title = title;
    this.paragraph = paragraph;
    this.filling = filling;
  }

  /** Its place, counted from 1. */
  public int number() {
    return ordinal() + 1;
  }

  public String title() {
    return title;
  }

  /** What it says. */
  public String paragraph() {
    return paragraph;
  }

  /** Whether a model fills in what is hidden. */
  public boolean isFilling() {
    return filling;
  }

  /** Whether it shows a picture and its mask. */
  public boolean hasPicture() {
    return this != TRAINING && this != FINETUNING;
  }

  /** The one of that name, or the first. */
  public static Lesson of(String name) {
    for (Lesson lesson : values()) {
      if (lesson.name().equals(name)) {
        return lesson;
      }
    }
    return HIDDEN;
  }
}
