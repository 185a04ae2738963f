# crdgen in an image without Swift: docker run --rm -v "$PWD:/work" -w /work IMAGE validate deploy
FROM swift:6.3-bookworm AS build
RUN apt-get update && apt-get install -y libyaml-dev pkg-config
COPY . /package
RUN swift build -c release --static-swift-stdlib --package-path /package --product crdgen \
    && strip /package/.build/release/crdgen

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y ca-certificates curl git libyaml-0-2 \
    && rm -rf /var/lib/apt/lists/* && git config --system --add safe.directory '*'
COPY --from=build /package/.build/release/crdgen /usr/local/bin/
ENTRYPOINT ["crdgen"]
