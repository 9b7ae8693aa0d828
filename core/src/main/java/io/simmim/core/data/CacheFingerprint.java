package io.simmim.core.data;

import io.simmim.core.image.ImageDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What decoded images depend on: the files with their sizes and times of change, and the decoder.
 * Decoders differ by a level here and there, so a library of the system or another Java platform
 * makes another fingerprint.
 */
final class CacheFingerprint {

  static final int BYTES = 32;

  private CacheFingerprint() {}

  /** SHA-256; asks the file system for the times. */
  static byte[] of(ImageFolder folder, ImageDecoder decoder) {
    MessageDigest digest = sha256();
    add(digest, decoder.toString());
    add(digest, ImageDecoder.jpegDecoder());
    add(digest, System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
    for (int i = 0; i < folder.size(); i++) {
      long changed = folder.file(i).toFile().lastModified();
      add(digest, folder.relativePath(i) + "\t" + folder.bytes(i) + "\t" + changed);
    }
    return digest.digest();
  }

  private static void add(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
