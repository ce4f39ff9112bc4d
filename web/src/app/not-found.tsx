import { Missing } from "@/components/missing";

/** Stands outside the shell: an unknown address belongs to no part of the page. */
export function NotFound() {
  return (
    <main>
      <Missing />
    </main>
  );
}
