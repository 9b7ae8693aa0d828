/**
 * The few ways in which this program expects to fail. Each carries one sentence for the user: what
 * is wrong, where, what is allowed and what to do. Start with {@link
 * io.simmim.core.fault.SimMimException}.
 */
package io.simmim.core.fault;
