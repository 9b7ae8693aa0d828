/**
 * One class beside DJL's own, because the method it calls is package-private there. Class path
 * only: a split package cannot be a module. Start with {@link
 * ai.djl.pytorch.jni.TorchScriptBridge}.
 */
package ai.djl.pytorch.jni;
