/**
 * The page on which an experiment is set up: one configuration as YAML and as a form, the folders,
 * what it will do, the launch. Start with {@link
 * io.simmim.workbench.experiment.ExperimentViewModel}.
 */
package io.simmim.workbench.experiment;
