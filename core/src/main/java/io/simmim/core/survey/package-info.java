/**
 * What a folder of images holds before anything is trained on it: how many of which classes, sizes
 * and formats, and which files training would pass over, with the reason. Start with {@link
 * io.simmim.core.survey.FolderSurvey}.
 */
package io.simmim.core.survey;
