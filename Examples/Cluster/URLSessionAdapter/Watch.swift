import Foundation
import KubernetesAPI
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Passes the events in the response of a watch to a stream.
///
/// A delegate, because `URLSession.bytes(for:)` exists on Apple platforms only.
final class Watch<R: Resource>: NSObject, URLSessionDataDelegate {
    private struct State {
        var decoder = WatchDecoder<R>()
        /// The body of a response that is not successful.
        var failure = Data()
    }

    private let request: APIRequest<WatchDecoder<R>>
    private let events: AsyncThrowingStream<WatchEvent<R>, any Error>.Continuation
    private let state = Mutex(State())

    init(
        request: APIRequest<WatchDecoder<R>>,
        events: AsyncThrowingStream<WatchEvent<R>, any Error>.Continuation
    ) {
        self.request = request
        self.events = events
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isOK = (dataTask.response as? HTTPURLResponse)?.statusCode == 200
        state.withLock { state in
            guard isOK else {
                state.failure += data
                return
            }
            var chunk = Array(data)[...]
            do {
                while let event = try state.decoder.next(from: &chunk) { events.yield(event) }
            } catch {
                events.finish(throwing: error)
            }
        }
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didCompleteWithError error: (any Error)?
    ) {
        let response = task.response as? HTTPURLResponse
        state.withLock { state in
            do {
                if let error { throw error }
                _ = try request.answer(status: response?.statusCode ?? 0, body: state.failure)
                if let event = try state.decoder.finish() { events.yield(event) }
                events.finish()
            } catch {
                events.finish(throwing: error)
            }
        }
    }
}
