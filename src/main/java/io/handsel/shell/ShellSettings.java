package io.handsel.shell;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * What makes the portal the vendor's own.
 *
 * @param name the portal's name, shown in the top left corner and in mail
 * @param logo an SVG or PNG file, shown beside the name: {@code file:/etc/handsel/logo.svg}
 * @param accent the one colour of buttons and links, {@code #0f5e5a}; made darker or lighter where needed to be read
 */
@ConfigurationProperties("handsel.shell")
@Validated
public record ShellSettings(
        @DefaultValue("Handsel") @NotBlank String name,
        @Nullable Resource logo,
        @Pattern(regexp = "#[0-9a-fA-F]{6}") @Nullable String accent) {}
