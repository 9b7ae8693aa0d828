/**
 * The engine doctor: which engine, processor and graphics cards were found, what is missing and
 * what to do about it, and whether a small product really comes out right on each device. Start
 * with {@link io.simmim.core.doctor.Doctor}.
 */
package io.simmim.core.doctor;
