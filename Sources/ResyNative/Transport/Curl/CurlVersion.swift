internal import CCurl

/// What is linked in, for `--version`.
enum CurlVersion {
    /// `libcurl 8.14.1`, and `nghttp2 1.64.0` where it speaks HTTP/2.
    static var lines: [String] {
        guard let info = curl_version_info(CURLVERSION_SIXTH) else { return ["libcurl"] }
        var lines = [info.pointee.version.map { "libcurl \(String(cString: $0))" } ?? "libcurl"]
        if info.pointee.age.rawValue >= CURLVERSION_SIXTH.rawValue, let text = info.pointee.nghttp2_version {
            lines.append("nghttp2 \(String(cString: text))")
        } else {
            lines.append("nghttp2 none")
        }
        return lines
    }
}
