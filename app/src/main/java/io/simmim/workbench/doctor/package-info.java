/**
 * What trainings can compute with here, as the command {@code doctor} finds it in a process of its
 * own. Start with {@link io.simmim.workbench.doctor.DoctorViewModel}.
 */
package io.simmim.workbench.doctor;
