package io.simmim.core.doctor;

import io.simmim.core.machine.Machine;
import io.simmim.core.machine.Processor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of the processor makes trainings fast or slow. */
final class ProcessorCheck implements Check {

  private static final String TOPIC = "processor";

  /** Instruction sets that PyTorch uses, by their names in {@code /proc/cpuinfo}. */
  private static final Map<String, String> USED = new LinkedHashMap<>();

  static {
    USED.put("avx2", "AVX2");
    USED.put("avx512f", "AVX-512");
    USED.put("avx512_bf16", "AVX-512 BF16");
    USED.put("amx_bf16", "AMX BF16");
    USED.put("asimd", "NEON");
    USED.put("sve", "SVE");
    USED.put("bf16", "BF16");
  }

  @Override
  public List<Finding> of(Machine machine) {
    Processor processor = machine.processor();
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.good(TOPIC, sentence(processor)));
    boolean known = !processor.flags().isEmpty();
    if (known && machine.classifier().endsWith("x86_64") && !processor.flags().contains("avx2")) {
      findings.add(
          Finding.note(
              TOPIC,
              "It lacks AVX2, so everything takes several times as long.",
              "Use a processor of 2013 or later; in a virtual machine, let it see the host's"
                  + " instruction sets."));
    }
    return findings;
  }

  private static String sentence(Processor processor) {
    List<String> features =
        USED.entrySet().stream()
            .filter(entry -> processor.flags().contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    String name = processor.name().isEmpty() ? "A processor" : processor.name();
    String cores = processor.cores() == 1 ? "1 core" : processor.cores() + " cores";
    String with = features.isEmpty() ? "" : ", with " + String.join(", ", features);
    return name + ", " + cores + with + ". " + bf16(processor);
  }

  private static String bf16(Processor processor) {
    boolean fast =
        List.of("avx512_bf16", "amx_bf16", "bf16").stream().anyMatch(processor.flags()::contains);
    return fast
        ? "It multiplies bf16 numbers itself, so --precision bf16 is faster than fp32."
        : "It has no instructions for bf16, so --precision bf16 saves memory at most.";
  }
}
