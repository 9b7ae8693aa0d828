/**
 * The networks in the paper's words, with parameters under their official names. Read {@link
 * io.simmim.core.model.SimMim} first, then {@link io.simmim.core.model.SwinTransformer}.
 */
package io.simmim.core.model;
