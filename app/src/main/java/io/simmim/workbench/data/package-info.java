/**
 * The page Data: what a folder of images holds, and what a training sees of its pictures. Start
 * with {@link io.simmim.workbench.data.DataView} and {@link
 * io.simmim.workbench.data.DataPageViewModel}.
 */
package io.simmim.workbench.data;
