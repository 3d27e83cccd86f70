internal import ResyDomain

/// Runs a browser for the length of `work` and not a moment longer: it, its processes and its folder are gone when
/// this returns, however it returns.
///
/// Throws what `work` throws, and `ResyError` where there is no browser or it does not start.
package func withBrowser<R: Sendable>(
    _ options: BrowserOptions, clock: any WallClock, isolation: isolated (any Actor)? = #isolation,
    _ work: (CDPConnection) async throws -> R
) async throws -> R {
    let browser = try ChromiumProcess(options, clock: clock)
    let connection: CDPConnection
    do {
        connection = try await connect(to: browser, options, clock)
    } catch {
        await browser.stop()
        throw (error as? BrowserError)?.explained() ?? error
    }
    let result: Result<R, any Error>
    do {
        result = .success(try await work(connection))
    } catch {
        result = .failure(error)
    }
    await end(browser, connection)
    return try result.get()
}

/// Starts a browser and stops it; its name, number and place.
package func checkBrowser(_ options: BrowserOptions, clock: any WallClock) async throws -> String {
    let browser = try ChromiumProcess(options, clock: clock)
    let version: ChromiumVersion
    do {
        version = try await browser.version(options)
        let connection = try await connect(to: browser, options, clock)
        await end(browser, connection)
    } catch {
        await browser.stop()
        throw (error as? BrowserError)?.explained() ?? error
    }
    return "\(version.words) at \(browser.path)"
}

private func connect(
    to browser: ChromiumProcess, _ options: BrowserOptions, _ clock: any WallClock
) async throws -> CDPConnection {
    let address = try await browser.start(options)
    do {
        return try await CDPConnection.connect(address, clock: clock)
    } catch is WebSocketError {
        throw BrowserError.didNotStart(.mute, path: browser.path)
    }
}

/// Also in a cancelled task: asked to close, it ends in a fifth of a second.
private func end(_ browser: ChromiumProcess, _ connection: CDPConnection) async {
    await Task {
        _ = try? await connection.call("Browser.close", limit: 1)
        await connection.close()
    }.value
    await browser.stop(asked: true)
}
