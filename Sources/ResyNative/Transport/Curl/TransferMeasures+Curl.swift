internal import CCurl

extension TransferTrace.Measures {
    init(_ easy: borrowing EasyHandle, bodyBytes: Int) {
        switch easy.long(CURLINFO_HTTP_VERSION) {
        case CURL_HTTP_VERSION_1_0: version = "HTTP/1.0"
        case CURL_HTTP_VERSION_1_1: version = "HTTP/1.1"
        case CURL_HTTP_VERSION_2_0: version = "HTTP/2"
        default: break
        }
        let first = easy.offset(CURLINFO_PRETRANSFER_TIME_T)
        isReused = first > 0 && easy.long(CURLINFO_NUM_CONNECTS) == 0
        lookup = Double(easy.offset(CURLINFO_NAMELOOKUP_TIME_T)) / 1000
        connect = Double(easy.offset(CURLINFO_CONNECT_TIME_T)) / 1000
        handshake = Double(easy.offset(CURLINFO_APPCONNECT_TIME_T)) / 1000
        firstByte = Double(easy.offset(CURLINFO_STARTTRANSFER_TIME_T)) / 1000
        total = Double(easy.offset(CURLINFO_TOTAL_TIME_T)) / 1000
        bytesSent = easy.long(CURLINFO_REQUEST_SIZE)
        bytesRead = easy.offset(CURLINFO_SIZE_DOWNLOAD_T) + easy.long(CURLINFO_HEADER_SIZE)
        self.bodyBytes = bodyBytes
    }
}
