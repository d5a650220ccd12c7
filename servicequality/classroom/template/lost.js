// Says so when the kernel is gone (server stopped or started again): inputs would be dead.
{
  const { baseUrl, kernelId } = JSON.parse(
    document.getElementById("jupyter-config-data").textContent,
  );
  const timer = setInterval(async () => {
    const answer = await fetch(`${baseUrl}api/kernels/${kernelId}`).catch(() => ({ ok: false }));
    if (answer.ok) return;
    clearInterval(timer);
    const place = document.getElementById("cl-lost");
    place.textContent = place.dataset.text;
  }, 5000);
}
