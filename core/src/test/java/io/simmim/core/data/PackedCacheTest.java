package io.simmim.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.testing.Pictures;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedCacheTest {

  private static final int IMAGES = 3;

  @TempDir Path temp;

  private Path photos;
  private Path file;

  @BeforeEach
  void aFolderOfPhotos() throws Exception {
    photos = Files.createDirectory(temp.resolve("photos"));
    for (int i = 0; i < IMAGES; i++) {
      ImageEncoder.png().write(picture(i), photos.resolve(i + ".png"));
    }
    file = temp.resolve("cache/photos.pixels");
  }

  private static RgbImage picture(int i) {
    return Pictures.noise(20 + i, 10, i);
  }

  private PackedCache open() throws Exception {
    return open(new ImageDecoder(), 0);
  }

  private PackedCache open(ImageDecoder decoder, long reserve) throws Exception {
    return new PackedCache(file, ImageFolder.scan(photos), decoder, reserve);
  }

  private void fill() throws Exception {
    try (PackedCache cache = open()) {
      for (int i = 0; i < IMAGES; i++) {
        cache.put(i, picture(i));
      }
    }
  }

  private void assertEmpty(PackedCache cache) {
    for (int i = 0; i < IMAGES; i++) {
      assertEquals(Optional.empty(), cache.get(i));
    }
  }

  @Test
  void aLaterRunFindsEveryPixelAgain() throws Exception {
    fill();
    try (PackedCache cache = open()) {
      for (int i = 0; i < IMAGES; i++) {
        assertEquals(Optional.of(picture(i)), cache.get(i));
      }
      assertEquals(Optional.empty(), cache.fault());
    }
  }

  @Test
  void imagesThatCameLaterAreAdded() throws Exception {
    try (PackedCache cache = open()) {
      cache.put(2, picture(2));
    }
    try (PackedCache cache = open()) {
      assertEquals(Optional.empty(), cache.get(0));
      cache.put(0, picture(0));
      assertEquals(Optional.of(picture(0)), cache.get(0));
      assertEquals(Optional.of(picture(2)), cache.get(2));
    }
  }

  @Test
  void aChangedPhotoEmptiesIt() throws Exception {
    fill();
    Files.setLastModifiedTime(photos.resolve("1.png"), FileTime.fromMillis(1_000_000));
    try (PackedCache cache = open()) {
      assertEmpty(cache);
    }
  }

  @Test
  void anotherListOfPhotosEmptiesIt() throws Exception {
    fill();
    Files.move(photos.resolve("1.png"), photos.resolve("one.png"));
    try (PackedCache cache = open()) {
      assertEmpty(cache);
    }
  }

  @Test
  void anotherDecoderEmptiesIt() throws Exception {
    fill();
    try (PackedCache cache = open(new ImageDecoder(true), 0)) {
      assertEmpty(cache);
    }
  }

  @Test
  void aDamagedImageIsNotGiven() throws Exception {
    fill();
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.seek(44 + 20 * IMAGES + 5);
      int was = raw.read();
      raw.seek(44 + 20 * IMAGES + 5);
      raw.write(was ^ 1);
    }
    try (PackedCache cache = open()) {
      assertEquals(Optional.empty(), cache.get(0));
      assertEquals(Optional.of(picture(1)), cache.get(1));
      cache.put(0, picture(0));
      assertEquals(Optional.of(picture(0)), cache.get(0));
    }
  }

  @Test
  void aFileThatLostItsEndIsMadeAnew() throws Exception {
    fill();
    try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.setLength(44 + 20 * IMAGES + 100);
    }
    try (PackedCache cache = open()) {
      assertEmpty(cache);
      cache.put(1, picture(1));
      assertEquals(Optional.of(picture(1)), cache.get(1));
    }
  }

  @Test
  void somethingElseOfThatNameIsMadeAnew() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "no cache at all");
    try (PackedCache cache = open()) {
      assertEmpty(cache);
      assertEquals(Optional.empty(), cache.fault());
    }
  }

  @Test
  void aNearlyFullDiskGetsNoMoreAndOneSentence() throws Exception {
    try (PackedCache cache = open(new ImageDecoder(), Long.MAX_VALUE)) {
      cache.put(0, picture(0));
      assertEquals(Optional.empty(), cache.get(0));
      String fault = cache.fault().orElseThrow();
      assertTrue(fault.contains("nearly full"), fault);
    }
  }

  @Test
  void whereNoFileCanBeMadeThereIsOneSentenceAndNothingIsKept() throws Exception {
    Files.writeString(temp.resolve("cache"), "a file where the folder should be");
    try (PackedCache cache = open()) {
      cache.put(0, picture(0));
      assertEmpty(cache);
      assertTrue(cache.fault().orElseThrow().contains(file.toString()));
    }
  }

  @Test
  void twoRunsAtATimeDoNotShareIt() throws Exception {
    try (PackedCache first = open();
        PackedCache second = open()) {
      first.put(0, picture(0));
      assertEmpty(second);
      second.put(1, picture(1));
      assertEmpty(second);
      assertTrue(second.fault().orElseThrow().contains("another run"));
      assertEquals(Optional.of(picture(0)), first.get(0));
    }
  }
}
