"""Speed and memory on real pages, beside a peer in the same run."""
