/**
 * The page Learn: the idea in seven lessons, each with one thing to try that is part of another
 * page. Start with {@link io.simmim.workbench.learn.LearnView}; the words are in {@link
 * io.simmim.workbench.learn.Lesson}.
 */
package io.simmim.workbench.learn;
