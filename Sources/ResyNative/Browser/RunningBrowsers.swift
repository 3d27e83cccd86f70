/// The browsers of this process, for an end that waits for nobody.
package enum RunningBrowsers {
    private static let all = Lock<[ObjectIdentifier: ChromiumProcess]>([:])

    static func add(_ browser: ChromiumProcess) {
        all.withLock { $0[ObjectIdentifier(browser)] = browser }
    }

    static func remove(_ browser: ChromiumProcess) {
        all.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(browser)) }
    }

    static var count: Int { all.withLock { $0.count } }

    /// Kills every browser and removes its folder: right before a `_exit`, from any thread, in well under a second.
    /// Without it they end as well, but their folders stay until the next browser starts.
    package static func endAll() {
        let browsers = all.withLock { all in
            defer { all = [:] }
            return Array(all.values)
        }
        for browser in browsers { browser.kill() }
        // The kernel takes a moment to end them, and the dying may still write.
        for browser in browsers {
            for _ in 0..<50 where !browser.folder.remove() { Platform.pause(milliseconds: 10) }
        }
    }
}
