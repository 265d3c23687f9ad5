package io.handsel.forms.web;

import io.handsel.forms.Attachment;
import io.handsel.forms.FormInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** Gives a controller method the {@link FormInput} of its request. */
class FormInputResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == FormInput.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, texts) -> parameters.put(name, List.of(texts)));
        MultipartRequest multipart = request.getNativeRequest(MultipartRequest.class);
        return new FormInput(parameters, multipart == null ? Map.of() : files(multipart));
    }

    private static Map<String, List<Attachment>> files(MultipartRequest request) {
        Map<String, List<Attachment>> files = new LinkedHashMap<>();
        request.getMultiFileMap().forEach((name, sent) -> {
            List<Attachment> attachments = new ArrayList<>();
            sent.stream().filter(FormInputResolver::isChosen).forEach(file -> attachments.add(attachment(file)));
            files.put(name, attachments);
        });
        return files;
    }

    /** A field in which no file was chosen is sent too, as a file without name and content. */
    private static boolean isChosen(MultipartFile file) {
        String name = file.getOriginalFilename();
        return !file.isEmpty() || name != null && !name.isEmpty();
    }

    private static Attachment attachment(MultipartFile file) {
        String name = file.getOriginalFilename();
        String type = file.getContentType();
        return Attachment.received(
                name == null ? "" : name,
                type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                file.getSize(),
                file::getInputStream);
    }
}
