internal import ResyDomain
internal import CCurl

/// The `CURLM *`: all transfers of one engine and the connections it keeps.
///
/// Unchecked because only `wakeup`, which libcurl allows from any thread, is called off the engine's thread.
final class MultiHandle: @unchecked Sendable {
    private let raw: UnsafeMutableRawPointer?
    /// Of its connections, which end before it does.
    let sockets = Sockets()

    /// libcurl's process-wide set-up, done once.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    init() {
        raw = Self.isReady ? curl_multi_init() : nil
        guard let raw else { return }
        _ = resy_multi_setopt_long(raw, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        // As browsers do where the server speaks only HTTP/1.1.
        _ = resy_multi_setopt_long(raw, CURLMOPT_MAX_HOST_CONNECTIONS, 6)
    }

    deinit {
        if let raw { curl_multi_cleanup(raw) }
    }

    /// False when libcurl gave none: nothing else may be called then.
    var exists: Bool { raw != nil }

    /// From any thread: ends the wait of `poll`, or the next one.
    func wakeUp() {
        if let raw { curl_multi_wakeup(raw) }
    }

    // MARK: - Engine thread only

    func add(_ easy: borrowing EasyHandle) throws(TransportError) {
        let status = curl_multi_add_handle(raw, easy.raw)
        guard status == CURLM_OK else { throw .outOfMemory }
    }

    func remove(_ easy: borrowing EasyHandle) {
        curl_multi_remove_handle(raw, easy.raw)
    }

    /// Moves all transfers on; false when libcurl cannot.
    func perform() -> Bool {
        var running: CInt = 0
        return curl_multi_perform(raw, &running) == CURLM_OK
    }

    /// Sleeps until a socket, a timer, `wakeUp` or the end of this time; false when it cannot wait.
    func poll(milliseconds: CInt) -> Bool {
        curl_multi_poll(raw, nil, 0, milliseconds, nil) == CURLM_OK
    }

    /// The same until the descriptor is readable or time is up.
    func poll(beside descriptor: CInt, milliseconds: CInt) -> Bool {
        var watched = curl_waitfd(fd: descriptor, events: Int16(CURL_WAIT_POLLIN), revents: 0)
        return curl_multi_poll(raw, &watched, 1, milliseconds, nil) == CURLM_OK
    }

    /// The next transfer that has ended, if any.
    func nextCompleted() -> (easy: UnsafeMutableRawPointer, result: CURLcode)? {
        var left: CInt = 0
        while let message = curl_multi_info_read(raw, &left) {
            // Copied before the handle is removed, which frees the message.
            if message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle {
                return (easy, message.pointee.data.result)
            }
        }
        return nil
    }
}
