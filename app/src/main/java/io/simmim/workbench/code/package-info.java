/**
 * Text as code: YAML with colours, line numbers and fault marks, and logs. Start with {@link
 * io.simmim.workbench.code.YamlEditor}.
 */
package io.simmim.workbench.code;
